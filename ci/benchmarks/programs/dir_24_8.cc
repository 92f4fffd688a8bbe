#include "ci/benchmarks/programs/dir_24_8.h"

#include <algorithm>

namespace netioconf::ci::benchmarks::programs {

void Dir248::add(std::uint32_t prefix, std::uint8_t length, std::uint32_t value) {
  if (length <= 24) {
    const auto begin = first_.begin() + (prefix >> 8U);
    std::fill(begin, begin + (1L << (24U - length)), value);
    return;
  }
  std::uint32_t& entry = first_[prefix >> 8U];
  if ((entry & is_group) == 0) {
    groups_.emplace_back().fill(entry);
    entry = static_cast<std::uint32_t>(groups_.size() - 1) | is_group;
  }
  const auto begin = groups_[entry & ~is_group].begin() + (prefix & 255U);
  std::fill(begin, begin + (1L << (32U - length)), value);
}

}  // namespace netioconf::ci::benchmarks::programs
