#pragma once

#include "oracle/engine/hypotheses.h"
#include "oracle/engine/reading_evidence.h"

namespace netioconf::oracle::engine {

// The input of attribute(): the step, what was open before the step, and what the profile left open at
// the start.
struct Attribution {
  const Trace& trace;
  std::size_t step;
  const std::vector<Hypothesis>& hypotheses;
  const readings::OpenReadings& at_first;
  const ReadingEvidence& evidence_so_far;
};

// Completes the finding of a step that no branch fits: what was allowed, what is wrong, which rule the
// step breaks, which earlier step it contradicts and which answer outside the profile explains it.
//
// Returns the hypotheses after the step if the answer to one question explains it, so that later steps
// can be judged; otherwise none. A step that deviates decides nothing: their answers are those before
// it.
[[nodiscard]] std::vector<Hypothesis> attribute(const Attribution& attribution, Finding& finding);

// The rule that a script tests: its name begins with the id. nullptr if there is no such rule.
[[nodiscard]] const Rule* rule_under_test(const std::string& script);

}  // namespace netioconf::oracle::engine
