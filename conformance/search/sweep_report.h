#pragma once

#include <string>
#include <vector>

#include "conformance/search/sweep/sweep.h"

namespace netioconf::conformance::search {

// Describes what was enumerated and how much of it was run: a line for each region, then the sum and the
// rate.
[[nodiscard]] std::vector<std::string> space_lines(const sweep::Space& space,
                                                   const sweep::SweepPlan& plan,
                                                   const sweep::Swept& swept);

}  // namespace netioconf::conformance::search
