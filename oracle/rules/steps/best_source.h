#pragma once

#include "oracle/rules/conditions/query_situations.h"
#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::rules::steps {

// Compares the source address that GetBestRoute2 found with the addresses of the host. The caller's own
// source is right.
void compare_best_source(const BestRouteSituation& situation, const Reply& reply,
                         state::StepOutcome& outcome);

}  // namespace netioconf::oracle::rules::steps
