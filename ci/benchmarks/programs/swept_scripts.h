#pragma once

#include <memory>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/search/sweep/sweep.h"

// A part of the sweep of depth 2 that is spread over all of it.
namespace netioconf::ci::benchmarks::programs {

// Every `parts`-th script.
[[nodiscard]] conformance::search::sweep::SweepPlan part_of_sweep(std::uint64_t parts);

// Runs and judges them, with a new judge.
[[nodiscard]] conformance::search::sweep::Swept sweep_with(
    const conformance::search::sweep::Space& space, const conformance::search::sweep::SweepPlan& plan,
    conformance::execution::Implementation& implementation);

// What they do on an implementation.
[[nodiscard]] std::vector<oracle::Trace> traces_of(
    const conformance::search::sweep::Space& space, const conformance::search::sweep::SweepPlan& plan,
    conformance::execution::Implementation& implementation);

// The implementation must exist.
[[nodiscard]] std::unique_ptr<conformance::execution::Implementation> implementation_named(
    const std::string& name, const conformance::implementations::ImplementationOptions& options = {});

}  // namespace netioconf::ci::benchmarks::programs
