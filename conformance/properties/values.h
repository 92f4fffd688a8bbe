#pragma once

#include <rapidcheck.h>

#include <array>
#include <cstdint>

// Numbers and addresses that telling calls are made of: those on both sides of every boundary, those that
// signs, halves and byte orders confuse, and now and then any.
namespace netioconf::conformance {

[[nodiscard]] rc::Gen<std::uint16_t> some_family();
// IPv4 or IPv6.
[[nodiscard]] rc::Gen<std::uint16_t> some_ip_family();
[[nodiscard]] rc::Gen<std::uint32_t> some_number();
[[nodiscard]] rc::Gen<std::uint8_t> some_octet();
[[nodiscard]] rc::Gen<std::uint32_t> some_metric();
[[nodiscard]] rc::Gen<std::uint32_t> some_protocol();
[[nodiscard]] rc::Gen<std::uint8_t> some_boolean();

// An hour or more in most cases, so that no route goes while it is looked at.
struct Lifetimes {
  std::uint32_t valid_s = 0;
  std::uint32_t preferred_s = 0;
};
[[nodiscard]] rc::Gen<Lifetimes> some_lifetimes();

// Lengths of the other family and lengths that no family has are among them.
[[nodiscard]] rc::Gen<std::uint8_t> some_length(std::uint16_t family);

template <std::size_t Size>
[[nodiscard]] rc::Gen<std::array<std::uint8_t, Size>> some_octets() {
  return rc::gen::container<std::array<std::uint8_t, Size>>(some_octet());
}

}  // namespace netioconf::conformance
