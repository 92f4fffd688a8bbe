#pragma once

#include <algorithm>

#include "conformance/emulator/behaviour/behaviour.h"

// Predicates of mutants on a caller's row or address.
namespace netioconf::conformance::mutants::inline replacing::rows {

using Row = MIB_IPFORWARD_ROW2;

[[nodiscard]] inline emulator::Address prefix_of(const Row& row) {
  return emulator::address_of(row.DestinationPrefix.Prefix);
}

[[nodiscard]] inline bool is_ipv6(const Row& row) { return prefix_of(row).family == emulator::ipv6; }

[[nodiscard]] inline bool by_index(const Row& row) { return row.InterfaceLuid.Value == 0; }

[[nodiscard]] inline bool without_family(const Row& row) {
  return prefix_of(row).family == emulator::unspecified;
}

[[nodiscard]] inline bool of_unknown_family(const Row& row) {
  return emulator::bits_of(prefix_of(row).family) == 0 && !without_family(row);
}

[[nodiscard]] inline bool too_long(const Row& row) {
  const unsigned longest = emulator::bits_of(prefix_of(row).family);
  return longest != 0 && longest < row.DestinationPrefix.PrefixLength;
}

[[nodiscard]] inline bool with_host_bits(const Row& row) {
  const emulator::Address prefix = prefix_of(row);
  return emulator::masked(prefix, row.DestinationPrefix.PrefixLength) != prefix;
}

[[nodiscard]] inline bool next_hop_of_unknown_family(const Row& row) {
  const std::uint16_t family = emulator::address_of(row.NextHop).family;
  return family != emulator::unspecified && emulator::bits_of(family) == 0;
}

[[nodiscard]] inline bool next_hop_of_other_family(const Row& row) {
  const std::uint16_t family = emulator::address_of(row.NextHop).family;
  return emulator::bits_of(family) != 0 && family != prefix_of(row).family;
}

[[nodiscard]] inline bool lifetimes_illegal(const Row& row) {
  return row.ValidLifetime < row.PreferredLifetime;
}

[[nodiscard]] inline bool never_valid(const Row& row) { return row.ValidLifetime == 0; }

[[nodiscard]] inline bool site_prefix_illegal(const Row& row) {
  return row.DestinationPrefix.PrefixLength < row.SitePrefixLength && row.SitePrefixLength != 255;
}

[[nodiscard]] inline bool site_prefix_255(const Row& row) { return row.SitePrefixLength == 255; }

[[nodiscard]] inline bool is_multicast(const emulator::Address& address) {
  return address.family == emulator::ipv4 ? (address.bytes[0] & 0xf0) == 0xe0
                                          : address.family == emulator::ipv6 && address.bytes[0] == 0xff;
}

using emulator::is_loopback;

[[nodiscard]] inline bool is_class_e(const emulator::Address& address) {
  return address.family == emulator::ipv4 && 240 <= address.bytes[0];
}

[[nodiscard]] inline bool is_broadcast(const emulator::Address& address) {
  return address == emulator::Address{emulator::ipv4, {255, 255, 255, 255}};
}

[[nodiscard]] inline bool is_mapped(const emulator::Address& address) {
  return emulator::masked(address, 96) ==
         emulator::Address{emulator::ipv6, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}};
}

[[nodiscard]] inline bool of_this_network(const emulator::Address& address) {
  return address.family == emulator::ipv4 && address.bytes[0] == 0 && !emulator::is_zero(address);
}

// A kind of address that no page declares valid or invalid.
[[nodiscard]] inline bool is_unusual(const emulator::Address& address) {
  return is_multicast(address) || is_loopback(address) || is_class_e(address) || is_mapped(address);
}

[[nodiscard]] inline bool with_unusual_next_hop(const Row& row) {
  return is_unusual(emulator::address_of(row.NextHop));
}

// Whether members other than the family and the IP address are not zero.
[[nodiscard]] inline bool is_stray(const SOCKADDR_INET& address) {
  if (address.si_family == emulator::ipv6) {
    return address.Ipv6.sin6_port != 0 || address.Ipv6.sin6_flowinfo != 0 ||
           address.Ipv6.sin6_scope_id != 0;
  }
  const auto is_set = [](auto byte) { return byte != 0; };
  return address.Ipv4.sin_port != 0 ||
         std::any_of(std::begin(address.Ipv4.sin_zero), std::end(address.Ipv4.sin_zero), is_set);
}

// The port is in network byte order.
[[nodiscard]] inline bool is_of_odd_port(const SOCKADDR_INET& address) {
  return (address.Ipv4.sin_port & 0x0100) != 0;
}

[[nodiscard]] inline bool with_odd_port(const Row& row) { return is_of_odd_port(row.NextHop); }

[[nodiscard]] inline bool with_stray_bytes(const Row& row) {
  return is_stray(row.DestinationPrefix.Prefix) || is_stray(row.NextHop);
}

[[nodiscard]] inline bool on_link_without_routes(const Row&, const netioconf_link& link) {
  return link.routes == 0;
}

[[nodiscard]] inline bool on_link_without_family(const Row& row, const netioconf_link& link) {
  const std::uint16_t family = prefix_of(row).family;
  return (family == emulator::ipv4 && link.ipv4 == 0) || (family == emulator::ipv6 && link.ipv6 == 0);
}

// The conjunction of two predicates on one row or address.
template <auto left, auto right, class Argument>
[[nodiscard]] bool both(const Argument& argument) {
  return left(argument) && right(argument);
}

}  // namespace netioconf::conformance::mutants::inline replacing::rows
