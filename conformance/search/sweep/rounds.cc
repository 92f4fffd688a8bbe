#include "conformance/search/sweep/rounds.h"

namespace netioconf::conformance::search::sweep {
namespace {

// The number of scripts of a region in a round. The deepest regions are too large to finish.
std::uint64_t scripts_a_round(const Placed& placed) { return placed.depth == depth_max ? 100 : 400; }

bool is_prime(std::uint64_t number) {
  if (number < 2) return false;
  for (std::uint64_t divisor = 2; divisor * divisor <= number; ++divisor) {
    if (number % divisor == 0) return false;
  }
  return true;
}

// A prime number, so that the stride meets every value of each member that a region enumerates.
std::uint64_t stride_for(const Placed& placed) {
  if (placed.region.size <= scripts_a_round(placed)) return 1;
  std::uint64_t stride = placed.region.size / scripts_a_round(placed) + 1;
  while (!is_prime(stride)) ++stride;
  return stride;
}

}  // namespace

SweepRounds::SweepRounds(const Space& space, spaces::Pace pace, shard::Shard shard) : shard_{shard} {
  for (const Placed& placed : space.regions()) {
    if (placed.region.pace == pace && placed.region.size > 0)
      regions_.push_back({.placed = &placed, .stride = stride_for(placed)});
  }
}

bool SweepRounds::takes_part(const Strides& strides) const { return round_ < strides.stride; }

bool SweepRounds::begin_round() {
  current_ = 0;
  ++round_;
  bool any = false;
  for (Strides& strides : regions_) {
    if (!takes_part(strides)) continue;
    strides.position = round_;
    any = true;
  }
  return any;
}

std::optional<RoundNumber> SweepRounds::next() {
  for (;;) {
    while (current_ < regions_.size()) {
      Strides& strides = regions_[current_];
      if (!takes_part(strides) || strides.position >= strides.placed->region.size) {
        ++current_;
        continue;
      }
      const std::uint64_t number = strides.placed->first + strides.position;
      strides.position += strides.stride;
      if (!shard_.has(passed_++)) continue;
      return RoundNumber{.number = number, .depth = strides.placed->depth};
    }
    if (!begin_round()) return std::nullopt;
  }
}

}  // namespace netioconf::conformance::search::sweep
