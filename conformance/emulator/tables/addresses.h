#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::emulator::inline tables {

inline constexpr std::uint16_t ipv4 = NETIOCONF_AF_INET;
inline constexpr std::uint16_t ipv6 = NETIOCONF_AF_INET6;
inline constexpr std::uint16_t unspecified = NETIOCONF_AF_UNSPEC;

// The family and address of a SOCKADDR_INET, without port, flow information and scope.
struct Address {
  std::uint16_t family = unspecified;
  std::array<std::uint8_t, 16> bytes{};  // In network order; IPv4 uses the first four.

  friend bool operator==(const Address&, const Address&) = default;
};

// A prefix with its host bits cleared.
struct Destination {
  Address prefix;
  std::uint8_t length_bits = 0;

  friend bool operator==(const Destination&, const Destination&) = default;
};

// Identifies a route. Routes with equal keys are the same entry.
struct RouteKey {
  std::uint8_t link = 0;  // Position among the links of the host.
  std::uint8_t length_bits = 0;
  Address prefix;
  Address next_hop;
  std::uint64_t qualifier = 0;  // Zero in every behaviour that follows the pages.

  friend bool operator==(const RouteKey&, const RouteKey&) = default;
};

// Identifies an anycast address.
struct AnycastKey {
  std::uint8_t link = 0;  // Position among the links of the host.
  Address address;
  std::uint64_t qualifier = 0;  // Zero in every behaviour that follows the pages.

  friend bool operator==(const AnycastKey&, const AnycastKey&) = default;
};

// 32 or 128; zero for a family that is neither IPv4 nor IPv6.
[[nodiscard]] unsigned bits_of(std::uint16_t family);

[[nodiscard]] Address address_of(const SOCKADDR_INET& socket_address);
// Port, flow information, scope and padding of the result are zero.
[[nodiscard]] SOCKADDR_INET socket_address_of(const Address& address);

[[nodiscard]] bool is_zero(const Address& address);
// 127.0.0.0/8 and ::1.
[[nodiscard]] bool is_loopback(const Address& address);
// fe80::/10.
[[nodiscard]] bool is_ipv6_link_local(const Address& address);
[[nodiscard]] Address masked(Address address, unsigned length_bits);
// The prefix of a row with its host bits cleared.
[[nodiscard]] Destination destination_of(const RouteKey& key);

struct KeyHash {
  std::size_t operator()(const RouteKey& key) const;
  std::size_t operator()(const AnycastKey& key) const;
};

}  // namespace netioconf::conformance::emulator::inline tables
