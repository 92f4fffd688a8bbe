#pragma once

#include <rapidcheck.h>

#include <array>
#include <cstdint>
#include <functional>

// Numbers that are likely to find faults: both sides of every boundary, numbers that reveal a wrong
// sign, width or byte order, and sometimes any number.
namespace netioconf::conformance::search::properties {

[[nodiscard]] rc::Gen<std::uint16_t> some_family();
// IPv4 or IPv6.
[[nodiscard]] rc::Gen<std::uint16_t> some_ip_family();
[[nodiscard]] rc::Gen<std::uint32_t> some_number();
[[nodiscard]] rc::Gen<std::uint8_t> some_octet();
[[nodiscard]] rc::Gen<std::uint32_t> some_metric();
[[nodiscard]] rc::Gen<std::uint32_t> some_protocol();
[[nodiscard]] rc::Gen<std::uint8_t> some_boolean();

// An hour or more in most cases, so that no route expires during a script.
struct Lifetimes {
  std::uint32_t valid_s = 0;
  std::uint32_t preferred_s = 0;
};
[[nodiscard]] rc::Gen<Lifetimes> some_lifetimes();

// A length for an address of the given family; some are longer than the address.
using FamilyDependentLength = std::function<std::uint8_t(std::uint16_t family)>;
[[nodiscard]] rc::Gen<FamilyDependentLength> some_length();

// A position in a list, to be taken modulo the size of the list.
[[nodiscard]] rc::Gen<std::size_t> some_position();

template <std::size_t Size>
[[nodiscard]] rc::Gen<std::array<std::uint8_t, Size>> some_octets() {
  return rc::gen::container<std::array<std::uint8_t, Size>>(some_octet());
}

}  // namespace netioconf::conformance::search::properties
