#pragma once

#include <memory>
#include <vector>

#include "conformance/search/sweep/sweep.h"

namespace netioconf::conformance::search::sweep {

// The same as sweep() with one thread for each implementation. The implementations must give the same
// answers and be independent of each other. The result does not depend on their number, unless the sweep
// runs out of time.
[[nodiscard]] Swept sweep_in_parallel(
    const Space& space, const SweepPlan& plan,
    const std::vector<std::unique_ptr<execution::Implementation>>& implementations,
    oracle::engine::Judge& judge, const Sink& sink, const SweepProgress& progress);

}  // namespace netioconf::conformance::search::sweep
