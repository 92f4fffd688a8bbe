#pragma once

#include <vector>

#include "conformance/search/sweep/spaces/region.h"

// The regions of each depth. Those that find most in the least time come first. No script is in two
// regions.
namespace netioconf::conformance::search::sweep::spaces {

// Each call alone, with the calls that show its effect.
[[nodiscard]] std::vector<Region> regions_of_depth_1();

// Two calls, or one call with two entries present.
[[nodiscard]] std::vector<Region> regions_of_depth_2();

// Three calls.
[[nodiscard]] std::vector<Region> regions_of_depth_3();

}  // namespace netioconf::conformance::search::sweep::spaces
