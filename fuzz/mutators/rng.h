#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace netioconf::fuzz::mutators {

// Random choices that depend only on the seed and are cheap to initialise (SplitMix64).
class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_{seed} {}

  [[nodiscard]] std::uint64_t any() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
  }

  // From 0 to count - 1; the count must not be 0.
  [[nodiscard]] std::size_t below(std::size_t count) { return any() % count; }
  [[nodiscard]] bool one_in(std::size_t count) { return below(count) == 0; }

  // One element; the list must not be empty.
  template <class Container>
  [[nodiscard]] auto& pick(Container& container) {
    return container[below(std::size(container))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace netioconf::fuzz::mutators
