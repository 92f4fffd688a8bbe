#include "conformance/export/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "oracle/model/fields.h"

namespace netioconf::conformance::exporting {
namespace {

using oracle::Role;

bool is_zero_but(const oracle::SocketAddress& address, std::size_t first, std::size_t size) {
  for (std::size_t i = 0; i < address.bytes.size(); ++i) {
    if ((i < first || i >= first + size) && address.bytes[i] != 0) return false;
  }
  return true;
}

std::uint64_t eight_bytes(const oracle::SocketAddress& address, std::size_t first) {
  std::uint64_t value = 0;
  for (std::size_t i = first; i < first + 8; ++i) value = value << 8 | address.bytes[i];
  return value;
}

std::string raw_value(const oracle::SocketAddress& address, const Dialect& dialect) {
  std::string bytes;
  for (const std::uint8_t byte : address.bytes) bytes += fmt::format(fmt::runtime(dialect.byte), byte);
  return fmt::format("raw({}, \"{}\")", family_value(address.family), bytes);
}

// Bytes that no member covers.
void poke(std::vector<std::string>& assigned, std::size_t first, std::span<const std::uint8_t> padding,
          const Dialect& dialect) {
  for (std::size_t i = 0; i < padding.size(); ++i) {
    if (padding[i] == 0) continue;
    assigned.push_back(fmt::format(fmt::runtime(dialect.poke), "{}", first + i, padding[i]));
  }
}

// The value that the functions of a program give to a member.
std::uint32_t made_value(Role role) {
  if (role == Role::protocol) return oracle::protocol_netmgmt;
  return role == Role::lifetime ? oracle::infinite_lifetime_s : 0;
}

std::string value_of(Role, std::uint8_t number) { return std::to_string(number); }
std::string value_of(Role role, std::uint32_t number) {
  const bool infinite = role == Role::lifetime && number == oracle::infinite_lifetime_s;
  return infinite ? "infinite" : fmt::format("{}u", number);
}

std::string assignment(std::string_view member, Role role, std::size_t place, const std::string& value,
                       const Dialect& dialect) {
  const auto put = [&](const std::string& at) {
    return fmt::format("put({}{{}}, {}, {});", dialect.address_of, at, value);
  };
  if (role == Role::protocol) return put("protocol_at");
  if (role == Role::origin) return put("origin_at");
  if (role == Role::scope_id) return put(std::to_string(place));
  return fmt::format("{{}}.{} = {};", member, value);
}

// Assigns the members that are no arguments of the functions of a program.
template <class Row>
std::vector<std::string> assignments(const Row& row, const Dialect& dialect) {
  std::vector<std::string> assigned;
  std::vector<std::string> poked;
  oracle::for_each_field(row, [&](const auto& field, const auto& member) {
    const auto place = static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&member) -
                                                reinterpret_cast<const std::byte*>(&row));
    if constexpr (requires { std::span<const std::uint8_t>{member}; }) {
      poke(poked, place, member, dialect);
    } else if constexpr (requires { value_of(field.role, member); }) {
      if (field.role == Role::index || field.role == Role::prefix_length) return;
      if (member == made_value(field.role)) return;
      assigned.push_back(
          assignment(field.name, field.role, place, value_of(field.role, member), dialect));
    }
  });
  assigned.insert(assigned.end(), poked.begin(), poked.end());
  return assigned;
}

}  // namespace

std::string luid_value(std::uint64_t luid, const oracle::Host& host, const Dialect& dialect) {
  for (std::size_t i = 0; i < host.links.size(); ++i) {
    if (host.links[i].luid == luid) return fmt::format("link_{}{}luid", i + 1, dialect.of_link);
  }
  return luid == 0 ? "0" : fmt::format("0x{:x}{}", luid, dialect.long_number);
}

std::string index_value(std::uint32_t index, const oracle::Host& host, const Dialect& dialect) {
  for (std::size_t i = 0; i < host.links.size(); ++i) {
    if (host.links[i].index == index) return fmt::format("link_{}{}index", i + 1, dialect.of_link);
  }
  return index == 0 ? "0" : fmt::format("{}u", index);
}

std::string family_value(std::uint16_t family) {
  if (family == oracle::unspecified_family) return "family_unspecified";
  if (family == oracle::ipv4_family) return "family_ipv4";
  return family == oracle::ipv6_family ? "family_ipv6" : std::to_string(family);
}

std::string address_value(const oracle::SocketAddress& address, const Dialect& dialect) {
  if (address == oracle::SocketAddress{}) return "no_address()";
  const auto& bytes = address.bytes;
  if (address.family == oracle::ipv4_family && is_zero_but(address, 2, 4)) {
    return fmt::format("ipv4({}, {}, {}, {})", bytes[2], bytes[3], bytes[4], bytes[5]);
  }
  if (address.family == oracle::ipv6_family && is_zero_but(address, 6, 16)) {
    return fmt::format("ipv6(0x{0:x}{2}, 0x{1:x}{2})", eight_bytes(address, 6), eight_bytes(address, 14),
                       dialect.long_number);
  }
  return raw_value(address, dialect);
}

std::string statuses_value(oracle::StatusSet statuses) {
  return fmt::format("{}", fmt::join(oracle::names_in(statuses), " | "));
}

RowValue row_value(const oracle::RouteRow& row, const oracle::Host& host, const Dialect& dialect) {
  return {.made = fmt::format("route({}, {}, {}, {}, {})", luid_value(row.luid, host, dialect),
                              index_value(row.index, host, dialect),
                              address_value(row.destination.address, dialect), row.destination.length,
                              address_value(row.next_hop, dialect)),
          .assigned = assignments(row, dialect)};
}

RowValue row_value(const oracle::AnycastRow& row, const oracle::Host& host, const Dialect& dialect) {
  return {
      .made = fmt::format("anycast({}, {}, {})", luid_value(row.luid, host, dialect),
                          index_value(row.index, host, dialect), address_value(row.address, dialect)),
      .assigned = assignments(row, dialect)};
}

}  // namespace netioconf::conformance::exporting
