#pragma once

#include <array>
#include <cstdint>

namespace netioconf::oracle::inline model {

// The family numbers of Windows, on every machine. A family member may hold any other number.
inline constexpr std::uint16_t unspecified_family = 0;
inline constexpr std::uint16_t ipv4_family = 2;
inline constexpr std::uint16_t ipv6_family = 23;

// A SOCKADDR_INET as the caller passes it, byte for byte, valid or not. For IPv4 the bytes after the
// family are port (2), address (4), zero (8) and the unused rest of the union (12); for IPv6 they are
// port (2), flow info (4), address (16) and scope id (4).
struct SocketAddress {
  std::uint16_t family = 0;
  std::array<std::uint8_t, 26> bytes{};

  friend bool operator==(const SocketAddress&, const SocketAddress&) = default;
};

// The classes of addresses that the documents, or the RFCs that they rely on, treat differently.
enum class AddressClass : std::uint8_t {
  this_network,  // 0.0.0.0/8 except 0.0.0.0
  loopback,      // 127.0.0.0/8, ::1
  multicast,     // 224.0.0.0/4, ff00::/8
  reserved,      // 240.0.0.0/4 except 255.255.255.255 ("class E")
  broadcast,     // 255.255.255.255
  mapped,        // ::ffff:0:0/96
  unspecified,   // 0.0.0.0, ::
  link_local,    // 169.254.0.0/16, fe80::/10
  ordinary,
};

// An IP address without port, flow info and scope id. IPv4 uses the first four bytes.
using IpBytes = std::array<std::uint8_t, 16>;

[[nodiscard]] bool is_ip(std::uint16_t family);

// The longest prefix of a family in bits: 32 or 128. The family must be IPv4 or IPv6.
[[nodiscard]] std::uint8_t address_bits(std::uint16_t family);

// The address in a socket address of family IPv4 or IPv6; all zeros for any other family.
[[nodiscard]] IpBytes ip_bytes(const SocketAddress& address);

// The address with all bytes outside the family and the IP address cleared.
[[nodiscard]] SocketAddress bare(const SocketAddress& address);

[[nodiscard]] AddressClass classify(const SocketAddress& address);

// The class of all addresses of a prefix. If `partly` is true, the prefix also contains addresses of
// other classes, as 0.0.0.0/1 does.
struct PrefixClass {
  AddressClass kind = AddressClass::ordinary;
  bool partly = false;

  friend bool operator==(const PrefixClass&, const PrefixClass&) = default;
};
[[nodiscard]] PrefixClass classify(const SocketAddress& address, std::uint8_t length);

// The address with all bits after the first `length` cleared. A length greater than the family's
// changes nothing.
[[nodiscard]] SocketAddress masked(const SocketAddress& address, std::uint8_t length);

[[nodiscard]] SocketAddress ipv4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d);
// `high` and `low` are the first and the last eight bytes of the address as it is written: high
// 0x20010db800000000 and low 0 give 2001:db8::.
[[nodiscard]] SocketAddress ipv6(std::uint64_t high, std::uint64_t low);

}  // namespace netioconf::oracle::inline model
