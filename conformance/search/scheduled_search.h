#pragma once

#include <cstdint>

namespace netioconf::conformance::search {

// One of the searches that share a budget. The next one to run is the one with the least cost for its
// share.
struct ScheduledSearch {
  std::uint64_t share;
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;
  std::uint64_t cost = 0;
  double seconds = 0;
  bool exhausted = false;

  [[nodiscard]] bool comes_before(const ScheduledSearch& other) const {
    if (exhausted != other.exhausted) return other.exhausted;
    return cost * other.share < other.cost * share;
  }
};

// A call of the properties takes three times as long as a call of the quick sweep.
inline constexpr std::uint64_t share_of_sweep = 3;
inline constexpr std::uint64_t share_of_waiting = 1;
inline constexpr std::uint64_t share_of_properties = 1;

}  // namespace netioconf::conformance::search
