#include "conformance/mutants/row_pool.h"

#include <cstring>

namespace netioconf::conformance::mutants {

netioconf_host RowPool::host(unsigned episode) {
  netioconf_host host{};
  host.size = sizeof(host);
  host.ipv4 = episode % 7 != 5 && episode % 14 != 3;
  host.ipv6 = episode % 7 != 6 && episode % 14 != 3;
  host.link_count = 5;
  host.links[0] = {0x0006000001000000, 1, host.ipv4, host.ipv6, 1, 0, 10, 50};
  host.links[1] = {0x0006000002000000, 2, host.ipv4, host.ipv6, 1, 0, 30, 20};
  host.links[2] = {0x0047000003000000, 3, host.ipv4, host.ipv6, 0, 0, 5, 5};
  host.links[3] = {0x0018000004000000, 4, host.ipv4, 0, 1, 1, 75, 75};
  host.links[4] = {0x0018000005000000, 5, 0, host.ipv6, 1, 1, 75, 75};
  return host;
}

std::uint16_t RowPool::family() {
  if (rarely()) return one_of<std::uint16_t>({0, 10, 17, 0x102, 0x117});
  return one_of({emulator::ipv4, emulator::ipv4, emulator::ipv6});
}

// Multicast, loopback, class E, this network, broadcast, and an ordinary address.
RowPool::Bytes RowPool::unusual_ipv4() {
  if (below(8) == 0) return {255, 255, 255, 255};
  const auto first = one_of<std::uint8_t>({224, 239, 203, 127, 240, 0});
  return {first, 0, 0, one_of<std::uint8_t>({1, 2})};
}

// Multicast, loopback and IPv4-mapped.
RowPool::Bytes RowPool::unusual_ipv6() {
  const auto last = one_of<std::uint8_t>({1, 2});
  const unsigned which = below(3);
  if (which == 0) return {0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last};
  if (which == 1) return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, last};
}

SOCKADDR_INET RowPool::address(std::uint16_t family) {
  emulator::Address address{family, {}};
  const unsigned which = focused_ ? 4 + below(2) : below(7);
  if (family == emulator::ipv6) {
    address.bytes = {0x20, 0x01, 0x0d, 0xb8};
    if (which == 0) address.bytes = {};
    if (which == 1) address.bytes[15] = 1;
    if (which == 2) address.bytes = {0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9};
    if (which == 3) address.bytes = unusual_ipv6();
  } else {
    address.bytes = {10, 0, 0, static_cast<std::uint8_t>(which)};
    if (which == 0) address.bytes = {};
    if (which == 1) address.bytes = {10, 0, 0, 0};
    if (which == 5) address.bytes = {192, 0, 2, 64};
    if (which == 6) address.bytes = unusual_ipv4();
  }
  SOCKADDR_INET result = emulator::socket_address_of(address);
  if (rarely()) result.Ipv4.sin_port = 53;
  if (rarely() && family == emulator::ipv6) result.Ipv6.sin6_flowinfo = 7;
  if (rarely() && family == emulator::ipv6) result.Ipv6.sin6_scope_id = 3;
  if (rarely() && family == emulator::ipv4) result.Ipv4.sin_zero[0] = 1;
  return result;
}

void RowPool::name_link(std::uint64_t& luid, std::uint32_t& index) {
  const unsigned position = focused_ ? below(2) : one_of({0U, 0U, 0U, 1U, 1U, 2U, 3U, 4U});
  const netioconf_host names = host(0);
  luid = names.links[position].luid;
  index = names.links[position].index;
  const unsigned which = below(10);
  if (which < 3) luid = 0;
  if (focused_) return;
  if (which == 3 || which == 4) index = 0;
  if (which == 5) index = names.links[below(5)].index;
  if (which == 6) luid = one_of<std::uint64_t>({0x0006000009000000, 0x0047000001000000});
  if (which == 7 && below(3) == 0) luid = index = 0;
  if (which == 8 && rarely()) luid = 0, index = 99;
}

MIB_IPFORWARD_ROW2 RowPool::fresh_route() {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), rarely() ? 0xa5 : 0, sizeof(row));
  name_link(row.InterfaceLuid.Value, row.InterfaceIndex);
  const std::uint16_t prefix_family = family();
  emulator::Address prefix = emulator::address_of(address(prefix_family));
  unsigned length = one_of({0U, 8U, 9U, 24U, 26U, 32U, 64U, 128U});
  if (focused_) length = one_of({0U, 8U, 9U});
  if (prefix_family == emulator::ipv4 && length > 32) length = 24;
  if (rarely()) length = one_of({33U, 129U, 255U});
  if (!rarely()) prefix = emulator::masked(prefix, length);
  row.DestinationPrefix.Prefix = emulator::socket_address_of(prefix);
  row.DestinationPrefix.PrefixLength = static_cast<UCHAR>(length);
  row.NextHop = address(rarely() ? family() : prefix_family);
  row.SitePrefixLength = focused_ ? 255 : one_of<UCHAR>({0, 0, 255, 8, 24, 32, 200});
  row.ValidLifetime = focused_ ? 0xffffffffU : one_of({0xffffffffU, 0xffffffffU, 3600U, 0x20001U, 0U});
  row.PreferredLifetime = one_of({0xffffffffU, 3600U, 3600U, 1800U, 0U});
  row.Metric = one_of({0U, 1U, 15U, 256U, 0x10000U, 0xffffffffU});
  row.Protocol = one_of({3U, 3U, 10006U});
  row.Publish = static_cast<BOOLEAN>(below(2));
  row.Age = one_of({0U, 77U});
  row.Origin = one_of({0U, 2U, 99U});
  return row;
}

// Usually an earlier row, with at most one member taken from another row.
MIB_IPFORWARD_ROW2 RowPool::route() {
  const MIB_IPFORWARD_ROW2 fresh = fresh_route();
  if (below(focused_ ? 2 : 3) == 0) return fresh;
  MIB_IPFORWARD_ROW2 row = routes_[below(routes_.size())];
  const unsigned member = below(23);
  if (member < 4) {
    row.InterfaceLuid = fresh.InterfaceLuid;
    row.InterfaceIndex = fresh.InterfaceIndex;
  }
  if (member == 4) row.DestinationPrefix = fresh.DestinationPrefix;
  if (member == 5) row.DestinationPrefix.PrefixLength = fresh.DestinationPrefix.PrefixLength;
  if (member == 6 || member == 7) row.NextHop = fresh.NextHop;
  if (member == 8) row.Metric = fresh.Metric;
  if (member == 9) row.ValidLifetime = fresh.ValidLifetime;
  if (member == 10) row.Protocol = fresh.Protocol;
  if (member == 11) row.Origin = fresh.Origin;
  if (member == 12) row.Age = fresh.Age;
  if (member == 13) row.Publish = fresh.Publish;
  if (member == 14) row.NextHop.Ipv4.sin_port ^= one_of<std::uint16_t>({1, 0x100});
  if (member == 15 && row.NextHop.si_family == emulator::ipv6) row.NextHop.Ipv6.sin6_flowinfo ^= 1;
  if (member == 16 && row.NextHop.si_family == emulator::ipv6) row.NextHop.Ipv6.sin6_scope_id ^= 1;
  if (member == 16 && row.NextHop.si_family == emulator::ipv4) row.NextHop.Ipv4.sin_zero[0] ^= 1;
  if (member == 17) row.NextHop.si_family = one_of({emulator::unspecified, fresh.NextHop.si_family});
  if (member == 18) row.DestinationPrefix.Prefix.si_family = fresh.DestinationPrefix.Prefix.si_family;
  if (member == 20) row.DestinationPrefix.Prefix.Ipv6.sin6_addr.u.Byte[15] ^= 1;
  if (member == 21) row.SitePrefixLength = fresh.SitePrefixLength;
  if (member == 22) row.PreferredLifetime = fresh.PreferredLifetime;
  if (member == 19) {
    auto* padding = reinterpret_cast<unsigned char*>(&row.DestinationPrefix.PrefixLength) + 1;
    *padding = static_cast<unsigned char>(*padding ^ 1);
  }
  return row;
}

MIB_ANYCASTIPADDRESS_ROW RowPool::fresh_anycast() {
  MIB_ANYCASTIPADDRESS_ROW row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  row.Address = address(family());
  name_link(row.InterfaceLuid.Value, row.InterfaceIndex);
  row.ScopeId.Value = one_of({0U, 0x12345678U});
  return row;
}

MIB_ANYCASTIPADDRESS_ROW RowPool::anycast() {
  const MIB_ANYCASTIPADDRESS_ROW fresh = fresh_anycast();
  if (below(3) == 0) return fresh;
  MIB_ANYCASTIPADDRESS_ROW row = anycasts_[below(anycasts_.size())];
  const unsigned member = below(6);
  if (member < 2) {
    row.InterfaceLuid = fresh.InterfaceLuid;
    row.InterfaceIndex = fresh.InterfaceIndex;
  }
  if (member == 2) row.ScopeId = fresh.ScopeId;
  if (member == 3) row.Address.Ipv4.sin_port ^= one_of<std::uint16_t>({1, 0x100});
  return row;
}

}  // namespace netioconf::conformance::mutants
