#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::emulator::inline tables {

// A destination or an address as the bits by which a trie branches: the family in 64 bits, the 128 bits
// of the address, and zeros up to the longest length that a row can have.
struct AddressBits {
  // The destination with this prefix; its host bits may be set.
  AddressBits(const Address& prefix, unsigned length_bits) : AddressBits(prefix) {
    words[1] = first_bits(words[1], length_bits);
    words[2] = first_bits(words[2], length_bits < 64 ? 0 : length_bits - 64);
    length = family_bits + length_bits;
  }
  // Longer than each destination that covers the address.
  explicit AddressBits(const Address& address) : words{address.family} {
    for (std::size_t i = 0; i < 8; ++i) words[1] = (words[1] << 8) | address.bytes[i];
    for (std::size_t i = 8; i < 16; ++i) words[2] = (words[2] << 8) | address.bytes[i];
  }

  // How many bits are the same from the begin on.
  [[nodiscard]] std::uint32_t common_with(const AddressBits& other) const {
    const std::uint32_t shorter = std::min(length, other.length);
    for (std::uint32_t i = 0; i < 3; ++i) {
      const std::uint64_t different = words[i] ^ other.words[i];
      if (different == 0) continue;
      return std::min(shorter, 64 * i + static_cast<std::uint32_t>(std::countl_zero(different)));
    }
    return shorter;
  }
  // The six bits from this one on; those after the end of its word are zero.
  [[nodiscard]] std::uint32_t digit(std::uint32_t bit) const {
    return static_cast<std::uint32_t>((words[bit / 64] << bit % 64) >> 58);
  }

  friend auto operator<=>(const AddressBits&, const AddressBits&) = default;

  std::array<std::uint64_t, 5> words;
  std::uint32_t length = family_bits + 256;

 private:
  static constexpr std::uint32_t family_bits = 64;

  static std::uint64_t first_bits(std::uint64_t word, unsigned count) {
    return count >= 64 ? word : word & ~(~std::uint64_t{0} >> count);
  }
};

}  // namespace netioconf::conformance::emulator::inline tables
