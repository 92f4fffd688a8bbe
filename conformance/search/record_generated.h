#pragma once

#include <expected>
#include <functional>
#include <string>

#include "conformance/execution/implementation.h"
#include "conformance/search/properties/search.h"
#include "conformance/search/sweep/sweep.h"

// Runs generated scripts without judging them.
namespace netioconf::conformance::search {

// Takes the trace of each script. The error is one line and ends the run.
using RecordTrace = std::function<std::expected<void, std::string>(const oracle::Trace& trace)>;

// The scripts of a part of a space, in the order of their numbers.
[[nodiscard]] std::expected<void, std::string> record_sweep(const sweep::Space& space,
                                                            const sweep::SweepPlan& plan,
                                                            execution::Implementation& implementation,
                                                            const RecordTrace& record);

// Sweep and properties in turn, as budgeted_search() runs them until it finds a deviation, until the
// budget is used up. The scripts of the properties depend on the seed and the replies.
[[nodiscard]] std::expected<void, std::string> record_by_budget(
    execution::Implementation& implementation, const properties::SearchBudget& budget,
    const shard::Shard& shard, const RecordTrace& record);

}  // namespace netioconf::conformance::search
