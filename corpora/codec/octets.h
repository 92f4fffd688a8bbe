#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace netioconf::corpora::codec {

// The first octets of a `bytes` member. Missing octets are zero.
template <std::size_t Size>
[[nodiscard]] std::array<std::uint8_t, Size> first_octets(std::string_view text) {
  std::array<std::uint8_t, Size> octets{};
  const std::size_t count = text.size() < Size ? text.size() : Size;
  for (std::size_t i = 0; i < count; ++i) octets[i] = static_cast<std::uint8_t>(text[i]);
  return octets;
}

// The shortest value for which first_octets() returns these octets.
[[nodiscard]] inline std::string without_trailing_zeros(std::span<const std::uint8_t> octets) {
  std::string text(octets.begin(), octets.end());
  text.erase(text.find_last_not_of('\0') + 1);
  return text;
}

}  // namespace netioconf::corpora::codec
