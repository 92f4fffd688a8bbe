#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

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

// What a run must reach for a verdict.
struct ReachDemands {
  bool a_create = false;               // a Create succeeds and refuses
  bool named_statuses = false;         // a function that never succeeds fails as its page says
  std::vector<std::string> functions;  // that are judged
  std::uint64_t rules = 0;             // that are met
  std::vector<std::string> ids;        // of rules that are met
};

// Notes in the report which demands it does not meet.
void demand(const ReachDemands& demands, Report& report);

}  // namespace netioconf::reports::inline model
