#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace netioconf::ci::benchmarks::programs {

// A table of IPv4 prefixes that finds the longest one in one or two memory accesses (Gupta, Lin,
// McKeown: Routing Lookups in Hardware at Memory Access Speeds, 1998). It can neither change nor say
// more than a number, so it is as fast as a lookup gets.
class Dir248 {
 public:
  Dir248() : first_(1U << 24U) {}

  // Shorter prefixes must be added before longer ones. `value` is below 2^31.
  void add(std::uint32_t prefix, std::uint8_t length, std::uint32_t value);

  // 0: no prefix covers the address.
  [[nodiscard]] std::uint32_t find(std::uint32_t address) const {
    const std::uint32_t entry = first_[address >> 8U];
    return (entry & is_group) == 0 ? entry : groups_[entry & ~is_group][address & 255U];
  }

 private:
  static constexpr std::uint32_t is_group = 1U << 31U;

  std::vector<std::uint32_t> first_;  // by the first 24 bits
  std::vector<std::array<std::uint32_t, 256>> groups_;
};

}  // namespace netioconf::ci::benchmarks::programs
