#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/status.h"
#include "reports/report.pb.h"

// What a run reached.
namespace netioconf::reports::inline model {

struct MetRules {
  std::size_t all = 0;
  std::size_t met = 0;            // applied to a call
  std::size_t alone = 0;          // met, without another rule at the same time
  std::size_t on_both_sides = 0;  // met, and did not apply to another call
};
[[nodiscard]] MetRules met_rules(const CoverageCounts& coverage);

// The documented functions that the implementation lacks, as far as a script needed them.
[[nodiscard]] std::vector<std::string> missing_functions(const Report& report);

// How often a function failed with each status; empty if it ever succeeded, ended badly or was not
// called.
[[nodiscard]] std::map<oracle::Status, double> failures_of(const CoverageCounts& coverage,
                                                           std::string_view function);

// Notes in the report which demands it does not meet. The demands on a part of a run are only noted in
// its shard, because they are demands on all parts together.
void demand(const Demands& demands, Report& report);

}  // namespace netioconf::reports::inline model
