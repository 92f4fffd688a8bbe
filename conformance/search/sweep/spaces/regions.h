#pragma once

#include <vector>

#include "conformance/search/sweep/spaces/region.h"

// The regions of each depth, those first that find most in least time. No script is in two of them.
namespace netioconf::conformance {

// Each call alone, with the calls that show what it did.
[[nodiscard]] std::vector<Region> regions_of_depth_1();

// Two calls, or one where two entries are.
[[nodiscard]] std::vector<Region> regions_of_depth_2();

// Three calls.
[[nodiscard]] std::vector<Region> regions_of_depth_3();

}  // namespace netioconf::conformance
