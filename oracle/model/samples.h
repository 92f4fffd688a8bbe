#pragma once

#include <type_traits>

#include "oracle/model/host.h"
#include "oracle/model/rows.h"

// Sample rows that conform to every rule, and functions that change one member of a row.
namespace netioconf::oracle::inline model {

// Each names its link by both LUID and index, and is therefore read back as it was passed.
[[nodiscard]] RouteRow a_route();              // 10.0.0.0/8 via 10.0.0.1
[[nodiscard]] RouteRow an_ipv6_route();        // 2001:db8::/32 via 2001:db8::1
[[nodiscard]] RouteRow a_short_lived_route();  // 10.0.0.0/8; may expire at any step
[[nodiscard]] AnycastRow an_anycast();         // 2001:db8::1
[[nodiscard]] AnycastRow an_ipv4_anycast();    // 192.0.2.1

// Links with LUID first_luid and index 1, second_luid and index 2.
[[nodiscard]] Host a_host_with_two_links();
[[nodiscard]] Host a_host_without(std::uint16_t family);
[[nodiscard]] Host a_host_with(const Link& link);
[[nodiscard]] Link a_link();

template <class Row, class Value>
[[nodiscard]] Row with(Row row, Value Row::* member, std::type_identity_t<Value> value) {
  row.*member = value;
  return row;
}

[[nodiscard]] RouteRow to(RouteRow row, const SocketAddress& address, std::uint8_t length);
[[nodiscard]] RouteRow via(RouteRow row, const SocketAddress& next_hop);

// The row with both identifiers of its link.
template <class Row>
[[nodiscard]] Row on(Row row, std::uint64_t luid, std::uint32_t index) {
  row.luid = luid;
  row.index = index;
  return row;
}

inline constexpr SocketAddress no_family{};
inline constexpr SocketAddress unknown_family{.family = 7, .bytes = {}};

// With port 80. The port is not part of the IP address.
[[nodiscard]] SocketAddress with_port(SocketAddress address);

}  // namespace netioconf::oracle::inline model
