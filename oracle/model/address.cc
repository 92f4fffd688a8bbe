#include "oracle/model/address.h"

#include <algorithm>

namespace netioconf::oracle::inline model {
namespace {

constexpr std::size_t ipv4_offset = 2;  // after the port
constexpr std::size_t ipv6_offset = 6;  // after port and flow info

constexpr std::size_t ip_offset(std::uint16_t family) {
  return family == ipv4_family ? ipv4_offset : ipv6_offset;
}

AddressClass classify_ipv4(const IpBytes& ip) {
  constexpr std::array<std::uint8_t, 4> zeros{};
  constexpr std::array<std::uint8_t, 4> ones{255, 255, 255, 255};
  if (std::equal(zeros.begin(), zeros.end(), ip.begin())) return AddressClass::unspecified;
  if (std::equal(ones.begin(), ones.end(), ip.begin())) return AddressClass::broadcast;
  if (ip[0] == 0) return AddressClass::this_network;
  if (ip[0] == 127) return AddressClass::loopback;
  if (ip[0] == 169 && ip[1] == 254) return AddressClass::link_local;
  if (ip[0] >= 240) return AddressClass::reserved;
  if (ip[0] >= 224) return AddressClass::multicast;
  return AddressClass::ordinary;
}

AddressClass classify_ipv6(const IpBytes& ip) {
  constexpr IpBytes unspecified{};
  constexpr IpBytes loopback{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (ip == unspecified) return AddressClass::unspecified;
  if (ip == loopback) return AddressClass::loopback;
  if (std::equal(mapped.begin(), mapped.end(), ip.begin())) return AddressClass::mapped;
  if (ip[0] == 0xff) return AddressClass::multicast;
  if (ip[0] == 0xfe && (ip[1] & 0xc0) == 0x80) return AddressClass::link_local;
  return AddressClass::ordinary;
}

// The length of the shortest prefix within a class, in bits, in the order of AddressClass; 0 if the
// family does not have the class.
constexpr std::array<std::uint8_t, 9> shortest_ipv4 = {8, 8, 4, 4, 32, 0, 32, 0, 0};
constexpr std::array<std::uint8_t, 9> shortest_ipv6 = {0, 128, 8, 0, 0, 96, 128, 0, 0};

std::uint8_t shortest_within(AddressClass kind, std::uint16_t family) {
  const auto position = static_cast<std::size_t>(kind);
  return family == ipv4_family ? shortest_ipv4[position] : shortest_ipv6[position];
}

}  // namespace

bool is_ip(std::uint16_t family) { return family == ipv4_family || family == ipv6_family; }

std::uint8_t address_bits(std::uint16_t family) { return family == ipv4_family ? 32 : 128; }

IpBytes ip_bytes(const SocketAddress& address) {
  IpBytes ip{};
  if (!is_ip(address.family)) return ip;
  const std::size_t size = address_bits(address.family) / 8U;
  std::copy_n(address.bytes.begin() + static_cast<std::ptrdiff_t>(ip_offset(address.family)), size,
              ip.begin());
  return ip;
}

SocketAddress bare(const SocketAddress& address) {
  SocketAddress plain{.family = address.family, .bytes = {}};
  if (!is_ip(address.family)) return plain;
  const auto offset = static_cast<std::ptrdiff_t>(ip_offset(address.family));
  std::copy_n(address.bytes.begin() + offset, address_bits(address.family) / 8,
              plain.bytes.begin() + offset);
  return plain;
}

AddressClass classify(const SocketAddress& address) {
  const IpBytes ip = ip_bytes(address);
  return address.family == ipv4_family ? classify_ipv4(ip) : classify_ipv6(ip);
}

PrefixClass classify(const SocketAddress& address, std::uint8_t length) {
  const AddressClass first = classify(address);
  if (length >= address_bits(address.family)) return {.kind = first};
  const bool ipv4 = address.family == ipv4_family;
  const bool zero_network = first == AddressClass::unspecified && ipv4 && length >= 8;
  AddressClass kind = zero_network ? AddressClass::this_network : first;
  // A prefix that contains more than the broadcast address contains class E addresses.
  if (kind == AddressClass::broadcast) kind = AddressClass::reserved;
  return {.kind = kind, .partly = length < shortest_within(kind, address.family)};
}

SocketAddress masked(const SocketAddress& address, std::uint8_t length) {
  if (!is_ip(address.family)) return address;
  const std::size_t size = address_bits(address.family) / 8U;
  const std::size_t whole = length / 8U;
  if (whole >= size) return address;
  SocketAddress result = address;
  const auto first = result.bytes.begin() + static_cast<std::ptrdiff_t>(ip_offset(address.family));
  const auto partial = first + static_cast<std::ptrdiff_t>(whole);
  *partial = static_cast<std::uint8_t>(*partial & ~(0xffU >> (length % 8U)));
  std::fill(partial + 1, first + static_cast<std::ptrdiff_t>(size), std::uint8_t{0});
  return result;
}

SocketAddress ipv4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
  SocketAddress address{.family = ipv4_family, .bytes = {}};
  address.bytes[ipv4_offset] = a;
  address.bytes[ipv4_offset + 1] = b;
  address.bytes[ipv4_offset + 2] = c;
  address.bytes[ipv4_offset + 3] = d;
  return address;
}

SocketAddress ipv6(std::uint64_t high, std::uint64_t low) {
  SocketAddress address{.family = ipv6_family, .bytes = {}};
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t shift = 56 - 8 * i;
    address.bytes[ipv6_offset + i] = static_cast<std::uint8_t>(high >> shift);
    address.bytes[ipv6_offset + 8 + i] = static_cast<std::uint8_t>(low >> shift);
  }
  return address;
}

}  // namespace netioconf::oracle::inline model
