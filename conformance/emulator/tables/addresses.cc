#include "conformance/emulator/tables/addresses.h"

#include <algorithm>
#include <cstring>

namespace netioconf::conformance::emulator::inline tables {
namespace {

// Offsets of the address in SOCKADDR_IN and SOCKADDR_IN6.
constexpr std::size_t ipv4_offset = 4;
constexpr std::size_t ipv6_offset = 8;

std::size_t offset_in(std::uint16_t family) { return family == ipv6 ? ipv6_offset : ipv4_offset; }

std::size_t size_in_bytes(std::uint16_t family) { return family == ipv4 ? 4 : 16; }

// The finalizer of SplitMix64. It distributes addresses that differ in a few bits only.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
  std::uint64_t z = (seed ^ value) + 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

std::uint64_t mixed(std::uint64_t seed, const Address& address) {
  std::array<std::uint64_t, 2> words{};
  std::memcpy(words.data(), address.bytes.data(), address.bytes.size());
  return mixed(mixed(mixed(seed, address.family), words[0]), words[1]);
}

}  // namespace

unsigned bits_of(std::uint16_t family) {
  if (family == ipv4) return 32;
  return family == ipv6 ? 128 : 0;
}

Address address_of(const SOCKADDR_INET& socket_address) {
  Address address;
  std::array<std::uint8_t, sizeof(SOCKADDR_INET)> raw{};
  std::memcpy(raw.data(), &socket_address, raw.size());
  std::memcpy(&address.family, raw.data(), sizeof(address.family));
  std::copy_n(raw.begin() + static_cast<std::ptrdiff_t>(offset_in(address.family)),
              size_in_bytes(address.family), address.bytes.begin());
  return address;
}

SOCKADDR_INET socket_address_of(const Address& address) {
  std::array<std::uint8_t, sizeof(SOCKADDR_INET)> raw{};
  std::memcpy(raw.data(), &address.family, sizeof(address.family));
  std::copy_n(address.bytes.begin(), size_in_bytes(address.family),
              raw.begin() + static_cast<std::ptrdiff_t>(offset_in(address.family)));
  SOCKADDR_INET socket_address;
  std::memcpy(&socket_address, raw.data(), raw.size());
  return socket_address;
}

bool is_zero(const Address& address) {
  return std::all_of(address.bytes.begin(), address.bytes.end(),
                     [](std::uint8_t byte) { return byte == 0; });
}

bool is_loopback(const Address& address) {
  if (address.family == ipv4) return address.bytes[0] == 127;
  Address loopback{.family = ipv6};
  loopback.bytes[15] = 1;
  return address == loopback;
}

bool is_ipv6_link_local(const Address& address) {
  return address.family == ipv6 && address.bytes[0] == 0xfe && (address.bytes[1] & 0xc0) == 0x80;
}

Address masked(Address address, unsigned length_bits) {
  for (std::size_t i = 0; i < address.bytes.size(); ++i) {
    const std::size_t first_bit = i * 8;
    if (first_bit + 8 <= length_bits) continue;
    const std::size_t kept = length_bits > first_bit ? length_bits - first_bit : 0;
    address.bytes[i] = static_cast<std::uint8_t>(address.bytes[i] & (0xff00U >> kept));
  }
  return address;
}

Destination destination_of(const RouteKey& key) {
  return {masked(key.prefix, key.length_bits), key.length_bits};
}

std::size_t KeyHash::operator()(const Address& address) const {
  return static_cast<std::size_t>(mixed(0, address));
}

std::size_t KeyHash::operator()(const Destination& destination) const {
  return static_cast<std::size_t>(mixed(destination.length_bits, destination.prefix));
}

std::size_t KeyHash::operator()(const RouteKey& key) const {
  const std::uint64_t scope = mixed(key.qualifier, (std::uint64_t{key.link} << 8) | key.length_bits);
  return static_cast<std::size_t>(mixed(mixed(scope, key.prefix), key.next_hop));
}

std::size_t KeyHash::operator()(const AnycastKey& key) const {
  return static_cast<std::size_t>(mixed(mixed(key.qualifier, key.link), key.address));
}

}  // namespace netioconf::conformance::emulator::inline tables
