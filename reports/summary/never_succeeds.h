#pragma once

#include <vector>

#include "oracle/model/finding.h"
#include "reports/report.pb.h"
#include "reports/summary/group_key.h"

namespace netioconf::reports::inline summary {

// A function whose every call failed.
struct NeverSucceeds {
  oracle::Call call = oracle::Call::create_route;
  double calls = 0;
  oracle::Status status = oracle::Status::success;  // of most of them
  double with_status = 0;                           // how many
};

// Those with enough calls that it is no coincidence.
[[nodiscard]] std::vector<NeverSucceeds> never_succeeding(const CoverageCounts& coverage);

// Whether a kind of deviation is a result of it: each such deviation has the rule that a script happens
// to test.
[[nodiscard]] bool is_result_of(const NeverSucceeds& function, const GroupKey& kind);

// Says in the deviation that the function never succeeds.
void attribute_to(const NeverSucceeds& function, oracle::Finding& deviation);

}  // namespace netioconf::reports::inline summary
