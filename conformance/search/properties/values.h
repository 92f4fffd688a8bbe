#pragma once

#include <rapidcheck.h>

#include <array>
#include <cstdint>
#include <functional>

// Numbers that telling calls are made of: those on both sides of every boundary, those that signs,
// halves and byte orders confuse, and now and then any.
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

// A length for whatever family an address turns out to have; some are longer than any address.
using LengthDraft = std::function<std::uint8_t(std::uint16_t family)>;
[[nodiscard]] rc::Gen<LengthDraft> some_length();

// The number of something in a list: to be taken modulo its size.
[[nodiscard]] rc::Gen<std::size_t> some_position();

template <std::size_t Size>
[[nodiscard]] rc::Gen<std::array<std::uint8_t, Size>> some_octets() {
  return rc::gen::container<std::array<std::uint8_t, Size>>(some_octet());
}

}  // namespace netioconf::conformance
