#pragma once

#include <memory>
#include <vector>

#include "conformance/search/sweep/sweep.h"

namespace netioconf::conformance {

// The same as sweep(), with as many threads as there are implementations, which must answer alike and
// know nothing of each other. What comes of it is the same, too, whatever their number, but for a sweep
// that is out of time.
[[nodiscard]] Swept sweep_in_parallel(
    const Space& space, const SweepPlan& plan,
    const std::vector<std::unique_ptr<Implementation>>& implementations, oracle::Judge& judge,
    const Sink& sink, const SweepProgress& progress);

}  // namespace netioconf::conformance
