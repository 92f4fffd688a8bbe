#include "conformance/sweep/rounds.h"

#include <algorithm>

namespace netioconf::conformance {
namespace {

constexpr std::uint64_t scripts_a_round = 400;  // of a region

bool is_prime(std::uint64_t number) {
  if (number < 2) return false;
  for (std::uint64_t divisor = 2; divisor * divisor <= number; ++divisor) {
    if (number % divisor == 0) return false;
  }
  return true;
}

// A prime, so that a stride meets each value of the members that regions multiply out.
std::uint64_t stride_for(std::uint64_t size) {
  if (size <= scripts_a_round) return 1;
  std::uint64_t stride = size / scripts_a_round + 1;
  while (!is_prime(stride)) ++stride;
  return stride;
}

}  // namespace

Rounds::Rounds(const Space& space, Pace pace) {
  for (const Placed& placed : space.regions()) {
    if (placed.region.pace == pace && placed.region.size > 0)
      regions_.push_back({.placed = &placed, .stride = stride_for(placed.region.size)});
  }
}

bool Rounds::takes_part(const Strides& strides) const {
  return round_ < strides.stride && (strides.placed->depth == depth_max) == deepest_;
}

bool Rounds::begin_round() {
  current_ = 0;
  ++round_;
  const auto any = [this] {
    return std::any_of(regions_.begin(), regions_.end(),
                       [this](const Strides& strides) { return takes_part(strides); });
  };
  if (!any() && !deepest_) {
    deepest_ = true;
    round_ = 0;
  }
  for (Strides& strides : regions_) {
    if (takes_part(strides)) strides.position = round_;
  }
  return any();
}

std::optional<std::uint64_t> Rounds::next() {
  for (;;) {
    for (; current_ < regions_.size(); ++current_) {
      Strides& strides = regions_[current_];
      if (!takes_part(strides) || strides.position >= strides.placed->region.size) continue;
      const std::uint64_t number = strides.placed->first + strides.position;
      strides.position += strides.stride;
      ++strides.done;
      return number;
    }
    if (!begin_round()) return std::nullopt;
  }
}

std::uint64_t Rounds::done(unsigned depth) const {
  std::uint64_t sum = 0;
  for (const Strides& strides : regions_) {
    if (strides.placed->depth == depth) sum += strides.done;
  }
  return sum;
}

}  // namespace netioconf::conformance
