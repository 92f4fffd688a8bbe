#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "conformance/emulator/tables/slots.h"

namespace netioconf::conformance::emulator::inline tables {

// What a trie leads to: a node, a slot or nothing.
class TrieRef {
 public:
  TrieRef() = default;
  static TrieRef to_node(std::uint32_t node) { return TrieRef(node); }
  static TrieRef to_slot(Slot slot) { return TrieRef(slot | slot_bit); }
  [[nodiscard]] bool is_node() const { return (value_ & slot_bit) == 0; }
  [[nodiscard]] bool is_nothing() const { return value_ == nothing; }
  [[nodiscard]] std::uint32_t node() const { return value_; }
  // Of no node.
  [[nodiscard]] Slot slot() const { return is_nothing() ? no_slot : value_ & ~slot_bit; }

 private:
  static constexpr std::uint32_t slot_bit = 1U << 31U;
  static constexpr std::uint32_t nothing = 0xffffffff;

  explicit TrieRef(std::uint32_t value) : value_(value) {}

  std::uint32_t value_ = nothing;
};

// The references of a trie: the one to its root, and small arrays of others in one piece of memory. An
// array has room for the next power of two.
class TrieRefs {
 public:
  static constexpr std::uint32_t root = 0;

  [[nodiscard]] TrieRef& operator[](std::uint32_t number) { return refs_[number]; }
  [[nodiscard]] const TrieRef& operator[](std::uint32_t number) const { return refs_[number]; }

  // The number of the first reference of an array.
  [[nodiscard]] std::uint32_t take(std::uint32_t size);
  void free(std::uint32_t first, std::uint32_t size);
  // Changes an array of this size, which may move: returns its first reference.
  [[nodiscard]] std::uint32_t insert(std::uint32_t first, std::uint32_t size, std::uint32_t place,
                                     TrieRef ref);
  [[nodiscard]] std::uint32_t erase(std::uint32_t first, std::uint32_t size, std::uint32_t place);
  void clear();

 private:
  [[nodiscard]] auto at(std::uint32_t number) { return refs_.begin() + number; }

  std::vector<TrieRef> refs_{1};
  std::array<std::vector<std::uint32_t>, 8> free_;  // By the logarithm of the room.
};

}  // namespace netioconf::conformance::emulator::inline tables
