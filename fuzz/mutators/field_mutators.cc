#include "fuzz/mutators/field_mutators.h"

#include <optional>

#include "fuzz/mutators/boundary_values.h"
#include "oracle/model/address.h"
#include "oracle/model/fields.h"
#include "oracle/rules/examples.h"

namespace netioconf::fuzz::mutators {
namespace {

using oracle::Role;
using oracle::RouteRow;
using oracle::rules::take_members;

std::uint8_t some_boolean(Rng& rng) {
  return static_cast<std::uint8_t>(rng.one_in(2) ? rng.below(3) : rng.any());
}

template <class Row>
void name_link(Row& row, const LinkIdentifier& link) {
  row.luid = link.luid;
  row.index = link.index;
}

// The last address of the prefix, the first after it, one inside.
void leave_prefix(Rng& rng, oracle::Prefix& prefix) {
  const std::uint8_t longest = prefix.address.family == oracle::ipv4_family ? 32 : 128;
  const std::size_t first = prefix.address.family == oracle::ipv4_family ? 2 : 6;
  if (prefix.length > longest || longest == 0) return;
  // A bit on either side of the end of the prefix, or the last bit.
  const std::size_t bits[] = {prefix.length, prefix.length - (prefix.length == 0 ? 0U : 1U),
                              longest - 1U};
  const std::size_t bit = rng.pick(bits);
  if (bit >= longest) return;
  prefix.address.bytes[first + bit / 8] ^= static_cast<std::uint8_t>(0x80U >> bit % 8);
}

void mutate_destination(Rng& rng, oracle::Prefix& prefix) {
  switch (rng.below(7)) {
    case 0:
      prefix.length = some_length(rng, prefix.address.family);
      break;
    case 1:
    case 5:
      prefix.length = length_beside(rng, prefix.length);
      break;
    case 2:
      leave_prefix(rng, prefix);
      break;
    case 3:  // A whole class, or almost: the address selects the class, the length its extent.
      prefix.address = some_address(rng, prefix.address.family);
      if (rng.one_in(2)) prefix.length = some_length(rng, prefix.address.family);
      if (rng.one_in(2)) prefix.address = oracle::masked(prefix.address, prefix.length);
      break;
    case 4:
      prefix.padding[rng.below(prefix.padding.size())] = static_cast<std::uint8_t>(rng.any());
      break;
    default:
      prefix.address = beside(rng, prefix.address);
      break;
  }
}

void mutate_lifetimes(Rng& rng, RouteRow& row) {
  switch (rng.below(4)) {
    case 0:
      row.valid_lifetime_s = some_lifetime_s(rng);
      row.preferred_lifetime_s = row.valid_lifetime_s;
      break;
    case 1:
      row.valid_lifetime_s = some_lifetime_s(rng);
      break;
    case 2:
      row.preferred_lifetime_s = some_lifetime_s(rng);
      break;
    default:
      row.preferred_lifetime_s = row.valid_lifetime_s + static_cast<std::uint32_t>(rng.below(3)) - 1;
      break;
  }
}

void mutate_site_prefix(Rng& rng, RouteRow& row) {
  const std::uint8_t length = row.destination.length;
  const std::uint8_t values[] = {
      0, length, static_cast<std::uint8_t>(length + 1), static_cast<std::uint8_t>(length - 1), 254, 255};
  row.site_prefix_length = rng.pick(values);
}

void mutate_small_member(Rng& rng, RouteRow& row) {
  std::uint8_t* const members[] = {&row.loopback, &row.autoconfigure_address, &row.publish,
                                   &row.immortal, &row.padding[rng.below(row.padding.size())]};
  *rng.pick(members) = some_boolean(rng);
}

void mutate_large_member(Rng& rng, RouteRow& row) {
  std::uint32_t* const members[] = {&row.metric, &row.metric, &row.protocol, &row.age_s, &row.origin};
  std::uint32_t& member = *rng.pick(members);
  member = beside(rng, member);
}

// The members of a route depend on each other.
void mutate_row(Rng& rng, const oracle::Host& host, RouteRow& row) {
  switch (rng.below(10)) {
    case 0:
    case 1:
      return name_link(row, any_link(rng, host));
    case 2:
    case 3:
      return mutate_destination(rng, row.destination);
    case 4:
      row.next_hop = beside(rng, row.next_hop);
      return;
    case 5:
      return mutate_lifetimes(rng, row);
    case 6:
      return mutate_site_prefix(rng, row);
    case 7:
      return mutate_small_member(rng, row);
    case 8:
      return take_members(rng.pick(oracle::rules::example_rows<RouteRow>()), row);
    default:
      return mutate_large_member(rng, row);
  }
}

// Changes a member that depends on no other one. A LUID is renamed together with its index.
template <class Number>
void mutate_member(Rng& rng, Role role, Number& value) {
  if constexpr (std::is_same_v<Number, std::uint8_t>) {
    value = role == Role::flag ? some_boolean(rng) : length_beside(rng, value);
  } else if constexpr (std::is_same_v<Number, std::uint16_t>) {
    value = some_family(rng);
  } else if constexpr (std::is_same_v<Number, std::uint32_t>) {
    value = role == Role::lifetime ? some_lifetime_s(rng) : some_number(rng);
  }
}
void mutate_member(Rng& rng, Role, oracle::SocketAddress& address) { address = beside(rng, address); }
template <std::size_t size>
void mutate_member(Rng& rng, Role, std::array<std::uint8_t, size>& padding) {
  padding[rng.below(size)] = static_cast<std::uint8_t>(rng.any());
}
template <class Number>
void mutate_member(Rng& rng, Role role, std::optional<Number>& value) {
  mutate_member(rng, role, value ? *value : value.emplace());
}

// An address has more values that matter than another member.
constexpr std::size_t weight_of(Role role) { return role == Role::address ? 2 : 1; }

template <class Row>
constexpr std::size_t weight_of_fields() {
  return std::apply([](const auto&... field) { return (weight_of(field.role) + ...); },
                    oracle::FieldsOf<Row>::all);
}

template <class Row>
void mutate_row(Rng& rng, const oracle::Host& host, Row& row) {
  if (rng.one_in(7)) return take_members(rng.pick(oracle::rules::example_rows<Row>()), row);
  const std::size_t chosen = rng.below(weight_of_fields<Row>());
  std::size_t passed = 0;
  oracle::for_each_field(row, [&](const auto& field, auto& member) {
    const bool is_chosen = passed <= chosen && chosen < passed + weight_of(field.role);
    passed += weight_of(field.role);
    if (!is_chosen) return;
    if (field.role == Role::luid || field.role == Role::index) {
      name_link(row, any_link(rng, host));
    } else {
      mutate_member(rng, field.role, member);
    }
  });
}

void mutate_argument(Rng& rng, Role role, bool& value) {
  if (rng.one_in(role == Role::null_pointer ? 16 : 3)) value = !value;
}
void mutate_argument(Rng& rng, Role, std::uint16_t& family) { family = some_family(rng); }
void mutate_argument(Rng& rng, Role, std::uint32_t& number) {
  number = static_cast<std::uint32_t>(rng.below(3));
}

struct OperationMutator {
  Rng& rng;
  const oracle::Host& host;

  void operator()(oracle::HasRow auto& call) const {
    if (rng.one_in(24)) {
      call.row.reset();
    } else if (rng.one_in(24)) {
      if constexpr (requires { call.misalignment; })
        call.misalignment = static_cast<std::uint8_t>(rng.below(8));
    } else if (call.row) {
      mutate_row(rng, host, *call.row);
    }
  }
  void operator()(oracle::BestRouteCall& call) const {
    switch (rng.below(6)) {
      case 0:
        if (call.destination) call.destination = beside(rng, *call.destination);
        break;
      case 1:
        call.source = call.source && rng.one_in(2)
                          ? beside(rng, *call.source)
                          : some_address(rng, call.destination ? call.destination->family : 2);
        break;
      case 2: {
        const LinkIdentifier link = any_link(rng, host);
        call.luid = link.luid;
        call.index = link.index;
        break;
      }
      case 3:
        call.sort_options = some_number(rng);
        break;
      case 4:
        call.luid.reset();
        call.index = rng.one_in(2) ? 0 : some_link(rng, host).index;
        break;
      default: {
        bool* const nulls[] = {&call.null_best_route, &call.null_best_source};
        bool& null = *rng.pick(nulls);
        null = !null;
        break;
      }
    }
  }
  void operator()(auto& call) const {
    oracle::for_each_field(
        call, [&](const auto& field, auto& argument) { mutate_argument(rng, field.role, argument); });
  }
};

}  // namespace

void mutate_field(Rng& rng, const oracle::Host& host, oracle::Operation& operation) {
  std::visit(OperationMutator{rng, host}, operation);
}

}  // namespace netioconf::fuzz::mutators
