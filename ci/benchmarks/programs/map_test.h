#pragma once

#include <cstdint>

namespace netioconf::ci::benchmarks::programs {

// Tests a map against a map with RapidCheck's state test: two commands and nothing that can fail, so
// that the cost is that of the test. Returns the number of commands that ran.
[[nodiscard]] std::uint64_t test_a_map(int test_cases);

}  // namespace netioconf::ci::benchmarks::programs
