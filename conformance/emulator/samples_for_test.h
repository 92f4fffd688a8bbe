#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "conformance/emulator/emulator.h"

// Rows and hosts for the tests of the emulator.
namespace netioconf::conformance::emulator::samples {

inline constexpr std::uint64_t first_luid = 0x0006000001000000;
inline constexpr std::uint64_t second_luid = 0x0006000002000000;

// Two links with both stacks, one without routes, and one with IPv4 only.
[[nodiscard]] inline netioconf_host a_host() {
  netioconf_host host{};
  host.size = sizeof(host);
  host.ipv4 = host.ipv6 = 1;
  host.link_count = 4;
  host.links[0] = {first_luid, 1, 1, 1, 1, 0, 10, 50};
  host.links[1] = {second_luid, 2, 1, 1, 1, 0, 30, 20};
  host.links[2] = {0x0047000003000000, 3, 1, 1, 0, 0, 5, 5};
  host.links[3] = {0x0018000004000000, 4, 1, 0, 1, 1, 75, 75};
  return host;
}

[[nodiscard]] inline netioconf_host without_ipv6() {
  netioconf_host host = a_host();
  host.ipv6 = 0;
  for (netioconf_link& link : host.links) link.ipv6 = 0;
  return host;
}

[[nodiscard]] inline SOCKADDR_INET ip4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
  return socket_address_of({ipv4, {a, b, c, d}});
}

// 2001:db8::last
[[nodiscard]] inline SOCKADDR_INET ip6(std::uint8_t last) {
  return socket_address_of({ipv6, {0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last}});
}

[[nodiscard]] inline IP_ADDRESS_PREFIX subnet(const SOCKADDR_INET& address, UCHAR length_bits) {
  IP_ADDRESS_PREFIX subnet{};
  subnet.Prefix = address;
  subnet.PrefixLength = length_bits;
  return subnet;
}

inline void give_address(netioconf_link_details& details, const IP_ADDRESS_PREFIX& address) {
  details.addresses[details.address_count++] = address;
}

// The first link has 198.51.100.10/24, 192.0.2.10/24 and 2001:db8::10/64, the second 203.0.113.20/24 and
// the loopback link 127.0.0.1/8.
[[nodiscard]] inline netioconf_host with_addresses() {
  netioconf_host host = a_host();
  give_address(host.details[0], subnet(ip4(198, 51, 100, 10), 24));
  give_address(host.details[0], subnet(ip4(192, 0, 2, 10), 24));
  give_address(host.details[0], subnet(ip6(0x10), 64));
  give_address(host.details[1], subnet(ip4(203, 0, 113, 20), 24));
  give_address(host.details[3], subnet(ip4(127, 0, 0, 1), 8));
  return host;
}

// 10.0.0.0/8 via 192.0.2.1 on the first link.
[[nodiscard]] inline MIB_IPFORWARD_ROW2 a_route() {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.InterfaceLuid.Value = first_luid;
  row.DestinationPrefix.Prefix = ip4(10, 0, 0, 0);
  row.DestinationPrefix.PrefixLength = 8;
  row.NextHop = ip4(192, 0, 2, 1);
  row.ValidLifetime = row.PreferredLifetime = 0xffffffff;
  row.Metric = 5;
  row.Protocol = 3;
  return row;
}

// 2001:db8::/32 via 2001:db8::1 on the first link.
[[nodiscard]] inline MIB_IPFORWARD_ROW2 an_ipv6_route() {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.DestinationPrefix.Prefix = ip6(0);
  row.DestinationPrefix.PrefixLength = 32;
  row.NextHop = ip6(1);
  return row;
}

// 192.0.2.77 on the first link.
[[nodiscard]] inline MIB_ANYCASTIPADDRESS_ROW an_anycast() {
  MIB_ANYCASTIPADDRESS_ROW row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.Address = ip4(192, 0, 2, 77);
  row.InterfaceLuid.Value = first_luid;
  return row;
}

[[nodiscard]] inline std::vector<MIB_IPFORWARD_ROW2> routes_of(Emulator& emulator,
                                                               ADDRESS_FAMILY family = unspecified) {
  MIB_IPFORWARD_TABLE2* table = nullptr;
  std::vector<MIB_IPFORWARD_ROW2> rows;
  if (emulator.route_table(family, &table) != STATUS_SUCCESS) return rows;
  const std::span listed(table->Table, table->NumEntries);
  rows.assign(listed.begin(), listed.end());
  emulator.free_table(table);
  return rows;
}

[[nodiscard]] inline std::vector<MIB_ANYCASTIPADDRESS_ROW> anycasts_of(
    Emulator& emulator, ADDRESS_FAMILY family = unspecified) {
  MIB_ANYCASTIPADDRESS_TABLE* table = nullptr;
  std::vector<MIB_ANYCASTIPADDRESS_ROW> rows;
  if (emulator.anycast_table(family, &table) != STATUS_SUCCESS) return rows;
  const std::span listed(table->Table, table->NumEntries);
  rows.assign(listed.begin(), listed.end());
  emulator.free_table(table);
  return rows;
}

template <class Row>
[[nodiscard]] bool same_bytes(const Row& left, const Row& right) {
  return std::memcmp(static_cast<const void*>(&left), static_cast<const void*>(&right), sizeof(left)) ==
         0;
}

}  // namespace netioconf::conformance::emulator::samples
