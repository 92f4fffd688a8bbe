#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "conformance/emulator/tables/address_bits.h"

namespace netioconf::conformance::emulator::inline tables {

// A node of a trie, for six bits. At places 0 to 63, by these bits, it leads to longer destinations. At
// the places from 64 on it leads to the destinations that end before all six: the one that ends before
// the first, the two after one bit, the four after two bits and so on.
class TrieNode {
 public:
  explicit TrieNode(std::uint32_t bit) : bit_(bit) {}

  // The first bit of the node that has this bit. A node does not go beyond the end of a word.
  [[nodiscard]] static std::uint32_t start_of(std::uint32_t bit) { return bit - bit % 64 % 6; }

  [[nodiscard]] std::uint32_t bit() const { return bit_; }
  [[nodiscard]] std::uint32_t place_of(const AddressBits& bits) const {
    const std::uint32_t left = bits.length - bit_;
    return left < width() ? end_place(bits, left) : bits.digit(bit_);
  }
  [[nodiscard]] bool has(std::uint32_t place) const {
    return ((places_[place / 64] >> place % 64) & 1) != 0;
  }
  // How many of the places before this one are taken.
  [[nodiscard]] std::uint32_t rank(std::uint32_t place) const {
    const std::uint64_t before = (std::uint64_t{1} << place % 64) - 1;
    return count(places_[place / 64] & before) + (place < 64 ? 0 : count(places_[0]));
  }
  [[nodiscard]] std::uint32_t size() const { return count(places_[0]) + count(places_[1]); }
  void set(std::uint32_t place) { places_[place / 64] |= std::uint64_t{1} << place % 64; }
  void unset(std::uint32_t place) { places_[place / 64] &= ~(std::uint64_t{1} << place % 64); }

  // The place of each destination that ends here and covers these bits, longest first.
  template <class Visitor>
  void visit_ends(const AddressBits& bits, Visitor&& visitor) const {
    if (places_[1] == 0) return;
    for (std::uint32_t length = width(); length-- > 0;) {
      const std::uint32_t place = end_place(bits, length);
      if (has(place)) visitor(place);
    }
  }

  std::uint32_t first_ref = 0;  // Of an array with one reference for each place that is taken.

 private:
  [[nodiscard]] static std::uint32_t count(std::uint64_t word) {
    return static_cast<std::uint32_t>(std::popcount(word));
  }
  [[nodiscard]] std::uint32_t width() const { return bit_ % 64 == 60 ? 4 : 6; }
  [[nodiscard]] std::uint32_t end_place(const AddressBits& bits, std::uint32_t length) const {
    return 64 + (1U << length) - 1 + (bits.digit(bit_) >> (6 - length));
  }

  std::uint32_t bit_;
  std::array<std::uint64_t, 2> places_{};
};

}  // namespace netioconf::conformance::emulator::inline tables
