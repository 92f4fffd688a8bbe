#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "conformance/emulator/tables/growth.h"

namespace netioconf::conformance::emulator::inline tables {

// The number of a value. It stays the same until the value is freed.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = 0xffffffff;

// Values in blocks of memory, so that many of them need little more than their own size. A value does
// not move.
template <class Value>
class Slots {
 public:
  [[nodiscard]] Value& operator[](Slot slot) { return (*blocks_[slot / block_size])[slot % block_size]; }
  [[nodiscard]] const Value& operator[](Slot slot) const {
    return (*blocks_[slot / block_size])[slot % block_size];
  }

  // The value is a new one or has the content of one that was freed before.
  [[nodiscard]] Slot take() {
    if (!free_.empty()) {
      const Slot slot = free_.back();
      free_.pop_back();
      return slot;
    }
    if (begun_ == blocks_.size() * block_size) blocks_.push_back(std::make_unique<Block>());
    return begun_++;
  }
  void free(Slot slot) { free_.push_back(slot); }
  void clear() {
    clear_and_shrink(free_);
    begun_ = 0;
    if (blocks_.size() > 1) blocks_.resize(1);
  }

 private:
  static constexpr std::size_t block_size = 64;

  using Block = std::array<Value, block_size>;

  std::vector<std::unique_ptr<Block>> blocks_;
  std::vector<Slot> free_;
  Slot begun_ = 0;  // Slots from this one on were not taken since clear().
};

}  // namespace netioconf::conformance::emulator::inline tables
