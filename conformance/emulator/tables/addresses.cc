#include "conformance/emulator/tables/addresses.h"

#include <algorithm>
#include <cstring>

namespace netioconf::conformance::emulator::inline tables {
namespace {

// Offsets of the address in SOCKADDR_IN and SOCKADDR_IN6. It has 4 bytes in one and 16 in the other; a
// copy of a constant size takes no call of memcpy.
constexpr std::size_t ipv4_offset = 4;
constexpr std::size_t ipv6_offset = 8;

std::size_t offset_in(std::uint16_t family) { return family == ipv6 ? ipv6_offset : ipv4_offset; }

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
  return mixed(mixed((seed << 16) ^ address.family, words[0]), words[1]);
}

// Clears all but the first bits of eight bytes. Compilers make one instruction of each loop.
void keep_bits(std::uint8_t* bytes, unsigned count) {
  if (count >= 64) return;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = (number << 8) | bytes[i];
  number &= ~(~std::uint64_t{0} >> count);
  for (std::size_t i = 8; i-- > 0; number >>= 8) bytes[i] = static_cast<std::uint8_t>(number);
}

}  // namespace

unsigned bits_of(std::uint16_t family) {
  if (family == ipv4) return 32;
  return family == ipv6 ? 128 : 0;
}

Address address_of(const SOCKADDR_INET& socket_address) {
  Address address;
  std::array<std::uint8_t, sizeof(SOCKADDR_INET)> raw;
  std::memcpy(raw.data(), &socket_address, raw.size());
  std::memcpy(&address.family, raw.data(), sizeof(address.family));
  const std::uint8_t* bytes = raw.data() + offset_in(address.family);
  if (address.family == ipv4) {
    std::memcpy(address.bytes.data(), bytes, 4);
  } else {
    std::memcpy(address.bytes.data(), bytes, 16);
  }
  return address;
}

SOCKADDR_INET socket_address_of(const Address& address) {
  std::array<std::uint8_t, sizeof(SOCKADDR_INET)> raw{};
  std::memcpy(raw.data(), &address.family, sizeof(address.family));
  std::uint8_t* bytes = raw.data() + offset_in(address.family);
  if (address.family == ipv4) {
    std::memcpy(bytes, address.bytes.data(), 4);
  } else {
    std::memcpy(bytes, address.bytes.data(), 16);
  }
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
  const std::size_t half = address.bytes.size() / 2;
  keep_bits(address.bytes.data(), length_bits);
  keep_bits(address.bytes.data() + half, length_bits < 64 ? 0 : length_bits - 64);
  return address;
}

Destination destination_of(const RouteKey& key) {
  return {masked(key.prefix, key.length_bits), key.length_bits};
}

std::size_t KeyHash::operator()(const RouteKey& key) const {
  const std::uint64_t scope = mixed(key.qualifier, (std::uint64_t{key.link} << 8) | key.length_bits);
  return static_cast<std::size_t>(mixed(mixed(scope, key.prefix), key.next_hop));
}

std::size_t KeyHash::operator()(const AnycastKey& key) const {
  return static_cast<std::size_t>(mixed(mixed(key.qualifier, key.link), key.address));
}

}  // namespace netioconf::conformance::emulator::inline tables
