#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>

#include "oracle/model/operation.h"

// The members of the documented structures and of the arguments of the calls, each with its role. Code
// that treats members by their role loops over them.
namespace netioconf::oracle::inline model {

enum class Role : std::uint8_t {
  luid,
  index,
  family,
  address,
  prefix_length,
  site_prefix_length,
  lifetime,
  metric,
  protocol,
  flag,
  age,  // the stack sets this one and the next two; the caller's values are ignored
  origin,
  scope_id,
  padding,  // between the members
};

// `of` returns a reference to the member, which is const if its structure is.
template <class Of>
struct Field {
  std::string_view name;  // in the documents
  Role role;
  Of of;
};

template <class Row>
struct FieldsOf;

// Calls see(field, member) for each member of a structure.
template <class Row, class See>
void for_each_field(Row& row, See see) {
  std::apply([&](const auto&... field) { (see(field, field.of(row)), ...); },
             FieldsOf<std::remove_const_t<Row>>::all);
}

template <>
struct FieldsOf<RouteRow> {
  static constexpr std::tuple all{
      Field{"InterfaceLuid", Role::luid, [](auto& row) -> auto& { return row.luid; }},
      Field{"InterfaceIndex", Role::index, [](auto& row) -> auto& { return row.index; }},
      Field{"DestinationPrefix.Prefix", Role::address,
            [](auto& row) -> auto& { return row.destination.address; }},
      Field{"DestinationPrefix.PrefixLength", Role::prefix_length,
            [](auto& row) -> auto& { return row.destination.length; }},
      Field{"padding after PrefixLength", Role::padding,
            [](auto& row) -> auto& { return row.destination.padding; }},
      Field{"NextHop", Role::address, [](auto& row) -> auto& { return row.next_hop; }},
      Field{"SitePrefixLength", Role::site_prefix_length,
            [](auto& row) -> auto& { return row.site_prefix_length; }},
      Field{"padding after SitePrefixLength", Role::padding,
            [](auto& row) -> auto& { return row.padding; }},
      Field{"ValidLifetime", Role::lifetime, [](auto& row) -> auto& { return row.valid_lifetime_s; }},
      Field{"PreferredLifetime", Role::lifetime,
            [](auto& row) -> auto& { return row.preferred_lifetime_s; }},
      Field{"Metric", Role::metric, [](auto& row) -> auto& { return row.metric; }},
      Field{"Protocol", Role::protocol, [](auto& row) -> auto& { return row.protocol; }},
      Field{"Loopback", Role::flag, [](auto& row) -> auto& { return row.loopback; }},
      Field{"AutoconfigureAddress", Role::flag,
            [](auto& row) -> auto& { return row.autoconfigure_address; }},
      Field{"Publish", Role::flag, [](auto& row) -> auto& { return row.publish; }},
      Field{"Immortal", Role::flag, [](auto& row) -> auto& { return row.immortal; }},
      Field{"Age", Role::age, [](auto& row) -> auto& { return row.age_s; }},
      Field{"Origin", Role::origin, [](auto& row) -> auto& { return row.origin; }}};
};

template <>
struct FieldsOf<AnycastRow> {
  static constexpr std::tuple all{
      Field{"Address", Role::address, [](auto& row) -> auto& { return row.address; }},
      Field{"padding after Address", Role::padding, [](auto& row) -> auto& { return row.padding; }},
      Field{"InterfaceLuid", Role::luid, [](auto& row) -> auto& { return row.luid; }},
      Field{"InterfaceIndex", Role::index, [](auto& row) -> auto& { return row.index; }},
      Field{"ScopeId", Role::scope_id, [](auto& row) -> auto& { return row.scope_id; }}};
};

template <>
struct FieldsOf<LinkRow> {
  static constexpr std::tuple all{
      Field{"Family", Role::family, [](auto& row) -> auto& { return row.family; }},
      Field{"InterfaceLuid", Role::luid, [](auto& row) -> auto& { return row.luid; }},
      Field{"InterfaceIndex", Role::index, [](auto& row) -> auto& { return row.index; }},
      Field{"Metric", Role::metric, [](auto& row) -> auto& { return row.metric; }}};
};

// Calls edit(luid, index) for the link that an operation names, where 0 means that this name is not
// given. The edit may change both. NULL for InterfaceLuid stays NULL unless the edit gives the link a
// LUID.
template <class Edit>
void edit_link_name(Operation& operation, Edit edit) {
  const auto in = [&](auto& call) {
    if constexpr (requires { call.row->luid; }) {
      if (call.row) edit(call.row->luid, call.row->index);
    } else if constexpr (requires { *call.luid; }) {
      std::uint64_t luid = call.luid.value_or(0);
      edit(luid, call.index);
      if (luid != 0 || call.luid) call.luid = luid;
    }
  };
  std::visit(in, operation);
}

}  // namespace netioconf::oracle::inline model
