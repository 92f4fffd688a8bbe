#pragma once

#include <functional>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "oracle/model/trace.h"

// The members of the documented structures, of the arguments of calls and of replies, each with its
// role. Code that treats members by their role, or all of them alike, loops over them.
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
  // Of arguments and replies.
  row,
  misalignment,
  null_pointer,  // the caller passes NULL
  option,
  number,  // of a kept table, a registration, callbacks or rows; a status
  text,
  table,
};

// A member is a pointer to member, or a function from the structure to it.
template <class Member>
struct Field {
  std::string_view name;  // in the documents, if it is documented
  Role role;
  Member member;

  // The reference is const if the structure is.
  template <class Structure>
  [[nodiscard]] constexpr auto& of(Structure& structure) const {
    return std::invoke(member, structure);
  }
};

// `all` is a tuple of fields.
template <class Structure>
struct FieldsOf;

// Calls see(field, member) for each member of a structure.
template <class Structure, class See>
void for_each_field(Structure& structure, See see) {
  std::apply([&](const auto&... field) { (see(field, field.of(structure)), ...); },
             FieldsOf<std::remove_const_t<Structure>>::all);
}

template <>
struct FieldsOf<RouteRow> {
  static constexpr std::tuple all{
      Field{"InterfaceLuid", Role::luid, &RouteRow::luid},
      Field{"InterfaceIndex", Role::index, &RouteRow::index},
      Field{"DestinationPrefix.Prefix", Role::address,
            [](auto& row) -> auto& { return row.destination.address; }},
      Field{"DestinationPrefix.PrefixLength", Role::prefix_length,
            [](auto& row) -> auto& { return row.destination.length; }},
      Field{"padding after PrefixLength", Role::padding,
            [](auto& row) -> auto& { return row.destination.padding; }},
      Field{"NextHop", Role::address, &RouteRow::next_hop},
      Field{"SitePrefixLength", Role::site_prefix_length, &RouteRow::site_prefix_length},
      Field{"padding after SitePrefixLength", Role::padding, &RouteRow::padding},
      Field{"ValidLifetime", Role::lifetime, &RouteRow::valid_lifetime_s},
      Field{"PreferredLifetime", Role::lifetime, &RouteRow::preferred_lifetime_s},
      Field{"Metric", Role::metric, &RouteRow::metric},
      Field{"Protocol", Role::protocol, &RouteRow::protocol},
      Field{"Loopback", Role::flag, &RouteRow::loopback},
      Field{"AutoconfigureAddress", Role::flag, &RouteRow::autoconfigure_address},
      Field{"Publish", Role::flag, &RouteRow::publish},
      Field{"Immortal", Role::flag, &RouteRow::immortal},
      Field{"Age", Role::age, &RouteRow::age_s},
      Field{"Origin", Role::origin, &RouteRow::origin}};
};

template <>
struct FieldsOf<AnycastRow> {
  static constexpr std::tuple all{Field{"Address", Role::address, &AnycastRow::address},
                                  Field{"padding after Address", Role::padding, &AnycastRow::padding},
                                  Field{"InterfaceLuid", Role::luid, &AnycastRow::luid},
                                  Field{"InterfaceIndex", Role::index, &AnycastRow::index},
                                  Field{"ScopeId", Role::scope_id, &AnycastRow::scope_id}};
};

template <>
struct FieldsOf<LinkRow> {
  static constexpr std::tuple all{
      Field{"Family", Role::family, &LinkRow::family},
      Field{"InterfaceLuid", Role::luid, &LinkRow::luid},
      Field{"InterfaceIndex", Role::index, &LinkRow::index},
      Field{"Metric", Role::metric, &LinkRow::metric},
      Field{"PathMtuDiscoveryTimeout", Role::number, &LinkRow::path_mtu_timeout_ms},
      Field{"Connected", Role::flag, &LinkRow::connected},
      Field{"DisableDefaultRoutes", Role::flag, &LinkRow::disable_default_routes}};
};

template <>
struct FieldsOf<Prefix> {
  static constexpr std::tuple all{Field{"Prefix", Role::address, &Prefix::address},
                                  Field{"PrefixLength", Role::prefix_length, &Prefix::length},
                                  Field{"padding after PrefixLength", Role::padding, &Prefix::padding}};
};

template <>
struct FieldsOf<Link> {
  static constexpr std::tuple all{
      Field{"LUID", Role::luid, &Link::luid},
      Field{"index", Role::index, &Link::index},
      Field{"IPv4", Role::option, &Link::ipv4},
      Field{"IPv6", Role::option, &Link::ipv6},
      Field{"routes", Role::option, &Link::routes},
      Field{"loopback", Role::option, &Link::loopback},
      Field{"IPv4 metric", Role::metric, &Link::ipv4_metric},
      Field{"IPv6 metric", Role::metric, &Link::ipv6_metric},
      Field{"connected", Role::option, &Link::connected},
      Field{"ignores default routes", Role::option, &Link::ignores_default_routes},
      Field{"path MTU timeout", Role::number, &Link::path_mtu_timeout_ms},
      Field{"addresses", Role::address, &Link::addresses}};
};

template <class Row, Call by_default>
struct FieldsOf<RowCall<Row, by_default>> {
  using Arguments = RowCall<Row, by_default>;
  static constexpr std::tuple all{Field{"Row", Role::row, &Arguments::row},
                                  Field{"misalignment", Role::misalignment, &Arguments::misalignment}};
};

template <>
struct FieldsOf<LinkCall> {
  static constexpr std::tuple all{Field{"Row", Role::row, &LinkCall::row}};
};

template <>
struct FieldsOf<TableCall> {
  static constexpr std::tuple all{Field{"Family", Role::family, &TableCall::family},
                                  Field{"no Table", Role::null_pointer, &TableCall::null_table},
                                  Field{"keep", Role::option, &TableCall::keep}};
};

template <>
struct FieldsOf<KeptTableCall> {
  static constexpr std::tuple all{Field{"Memory", Role::number, &KeptTableCall::table}};
};

template <>
struct FieldsOf<BestRouteCall> {
  static constexpr std::tuple all{
      Field{"InterfaceLuid", Role::luid, &BestRouteCall::luid},
      Field{"InterfaceIndex", Role::index, &BestRouteCall::index},
      Field{"SourceAddress", Role::address, &BestRouteCall::source},
      Field{"DestinationAddress", Role::address, &BestRouteCall::destination},
      Field{"AddressSortOptions", Role::number, &BestRouteCall::sort_options},
      Field{"no BestRoute", Role::null_pointer, &BestRouteCall::null_best_route},
      Field{"no BestSourceAddress", Role::null_pointer, &BestRouteCall::null_best_source}};
};

template <>
struct FieldsOf<NotifyCall> {
  static constexpr std::tuple all{
      Field{"Family", Role::family, &NotifyCall::family},
      Field{"InitialNotification", Role::option, &NotifyCall::initial_notification},
      Field{"no Callback", Role::null_pointer, &NotifyCall::null_callback},
      Field{"no NotificationHandle", Role::null_pointer, &NotifyCall::null_handle}};
};

template <>
struct FieldsOf<CancelCall> {
  static constexpr std::tuple all{Field{"NotificationHandle", Role::number, &CancelCall::registration}};
};

template <>
struct FieldsOf<CollectCall> {
  static constexpr std::tuple all{Field{"at least", Role::number, &CollectCall::at_least}};
};

template <>
struct FieldsOf<AdvanceCall> {
  static constexpr std::tuple all{Field{"seconds", Role::number, &AdvanceCall::seconds}};
};

// The arguments of the callback. The number of a registration stands for its context.
template <>
struct FieldsOf<Notification> {
  static constexpr std::tuple all{Field{"CallerContext", Role::number, &Notification::registration},
                                  Field{"NotificationType", Role::number, &Notification::type},
                                  Field{"Row", Role::row, &Notification::row}};
};

template <>
struct FieldsOf<TableReply> {
  static constexpr std::tuple all{Field{"no table", Role::null_pointer, &TableReply::null_pointer},
                                  Field{"readable", Role::option, &TableReply::readable},
                                  Field{"NumEntries", Role::number, &TableReply::row_count},
                                  Field{"routes", Role::row, &TableReply::routes},
                                  Field{"anycasts", Role::row, &TableReply::anycasts}};
};

template <>
struct FieldsOf<Reply> {
  static constexpr std::tuple all{Field{"ending", Role::option, &Reply::ending},
                                  Field{"detail", Role::text, &Reply::detail},
                                  Field{"ended in", Role::text, &Reply::ended_in},
                                  Field{"decided by", Role::text, &Reply::decided_by},
                                  Field{"status", Role::number, &Reply::status},
                                  Field{"wrote outside", Role::option, &Reply::wrote_outside},
                                  Field{"route", Role::row, &Reply::route},
                                  Field{"anycast", Role::row, &Reply::anycast},
                                  Field{"link", Role::row, &Reply::link},
                                  Field{"best source", Role::address, &Reply::best_source},
                                  Field{"table", Role::table, &Reply::table},
                                  Field{"notifications", Role::row, &Reply::notifications}};
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
