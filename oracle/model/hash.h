#pragma once

#include <cstdint>

namespace netioconf::oracle::inline model {

// A hash of everything that went into `hash`, and of one more word.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  const std::uint64_t mixed = (hash ^ word) * 0x9e3779b97f4a7c15;
  return mixed ^ (mixed >> 29U);
}

}  // namespace netioconf::oracle::inline model
