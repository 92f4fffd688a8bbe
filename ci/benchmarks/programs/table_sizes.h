#pragma once

#include <cstddef>
#include <span>

namespace netioconf::ci::benchmarks::programs {

struct TableSize {
  const char* name;
  std::size_t routes;
};

inline constexpr TableSize table_sizes[] = {{"1k", 1000}, {"100k", 100'000}, {"1M", 1'000'000}};

// A quick measurement leaves out the large ones.
[[nodiscard]] inline std::span<const TableSize> sizes_for(bool quick) {
  return std::span{table_sizes}.first(quick ? 1 : 3);
}

}  // namespace netioconf::ci::benchmarks::programs
