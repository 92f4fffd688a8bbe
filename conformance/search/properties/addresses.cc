#include "conformance/search/properties/addresses.h"

#include <algorithm>
#include <vector>

#include "conformance/search/properties/values.h"
#include "conformance/search/values/values.h"

namespace netioconf::conformance::search::properties {
namespace {

namespace gen = rc::gen;
using oracle::ipv4;
using oracle::ipv6;
using oracle::SocketAddress;

constexpr std::uint64_t documentation = 0x20010db800000000;

const std::vector<SocketAddress>& ordinary_ipv4() {
  static const std::vector<SocketAddress> addresses = {
      ipv4(10, 0, 0, 0),     ipv4(10, 0, 0, 1),       ipv4(10, 0, 0, 2),   ipv4(10, 1, 2, 3),
      ipv4(10, 128, 0, 0),   ipv4(192, 0, 2, 0),      ipv4(192, 0, 2, 1),  ipv4(192, 0, 2, 255),
      ipv4(198, 51, 100, 7), ipv4(203, 0, 113, 128),  ipv4(172, 16, 0, 1), ipv4(1, 0, 0, 0),
      ipv4(128, 0, 0, 0),    ipv4(126, 255, 255, 255)};
  return addresses;
}

const std::vector<SocketAddress>& ordinary_ipv6() {
  static const std::vector<SocketAddress> addresses = {
      ipv6(documentation, 0),           ipv6(documentation, 1),
      ipv6(documentation, 2),           ipv6(documentation, 0xffff'ffff'ffff'ffff),
      ipv6(documentation | 0x10000, 0), ipv6(documentation | 0x80000000, 0x8000000000000000),
      ipv6(0xfe80000000000000, 1),      ipv6(0xfd00000000000000, 9),
      ipv6(0x2000000000000000, 0),      ipv6(0x20010db900000000, 7)};
  return addresses;
}

rc::Gen<FamilyDependentAddress> address_of(const std::vector<SocketAddress>& of_ipv4,
                                           const std::vector<SocketAddress>& of_ipv6) {
  return gen::map(some_position(), [&](std::size_t number) -> FamilyDependentAddress {
    return [&, number](std::uint16_t family) {
      const auto& list = family == oracle::ipv6_family ? of_ipv6 : of_ipv4;
      return list[number % list.size()];
    };
  });
}

rc::Gen<FamilyDependentAddress> any_address() {
  return gen::map(
      gen::pair(some_family(), some_octets<26>()), [](const auto& made) -> FamilyDependentAddress {
        return
            [made](std::uint16_t) { return SocketAddress{.family = made.first, .bytes = made.second}; };
      });
}

// A range of bytes in SocketAddress::bytes.
struct AddressPlace {
  std::size_t first;
  std::size_t size;
};

Stray stray(AddressPlace ipv4_place, AddressPlace ipv6_place, std::uint32_t value) {
  return [=](SocketAddress& address) {
    const AddressPlace place = address.family == oracle::ipv6_family ? ipv6_place : ipv4_place;
    for (std::size_t i = 0; i < std::min<std::size_t>(place.size, 4); ++i) {
      address.bytes[place.first + i] = static_cast<std::uint8_t>(value >> (8 * i));
    }
  };
}

rc::Gen<Stray> strays_at(AddressPlace ipv4_place, AddressPlace ipv6_place) {
  return gen::map(some_number(), [=](std::uint32_t value) {
    // The bytes are 0, so 0 would change nothing.
    return stray(ipv4_place, ipv6_place, value == 0 ? 0x0100U : value);
  });
}

}  // namespace

rc::Gen<FamilyDependentAddress> ordinary_address() {
  static const auto addresses = address_of(ordinary_ipv4(), ordinary_ipv6());
  return addresses;
}

rc::Gen<FamilyDependentAddress> special_address() {
  static const auto addresses = address_of(values::addresses_of_every_class(oracle::ipv4_family),
                                           values::addresses_of_every_class(oracle::ipv6_family));
  return addresses;
}

rc::Gen<FamilyDependentAddress> some_address() {
  static const auto addresses = gen::weightedOneOf<FamilyDependentAddress>(
      {{8, ordinary_address()}, {4, special_address()}, {1, any_address()}});
  return addresses;
}

SocketAddress zero_address(std::uint16_t family) { return {.family = family}; }

SocketAddress with_bit_flipped(SocketAddress address, std::uint32_t bit) {
  const bool is_ipv6 = address.family == oracle::ipv6_family;
  const std::size_t first = is_ipv6 ? 6 : 2;
  const std::uint32_t place = bit % (is_ipv6 ? 128U : 32U);
  address.bytes[first + place / 8] ^= static_cast<std::uint8_t>(0x80U >> (place % 8));
  return address;
}

rc::Gen<Stray> some_stray_bytes() {
  constexpr AddressPlace port{0, 2};
  static const auto strays =
      gen::weightedOneOf<Stray>({{3, strays_at(port, port)},
                                 {2, strays_at({6, 4}, {2, 4})},    // sin_zero, sin6_flowinfo
                                 {2, strays_at({14, 4}, {22, 4})},  // after sockaddr_in, sin6_scope_id
                                 {1, strays_at({10, 4}, {22, 4})},
                                 {1, strays_at({22, 4}, {2, 4})}});
  return strays;
}

}  // namespace netioconf::conformance::search::properties
