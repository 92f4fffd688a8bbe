#pragma once

#include "oracle/engine/exploration.h"
#include "oracle/engine/ledger.h"

namespace netioconf::oracle::engine {

// The input of blame(): the step, what was open before the step, and what the profile left open at the
// start.
struct Accusation {
  const Trace& trace;
  std::size_t step;
  const std::vector<World>& worlds;
  const readings::Answers& at_first;
  const Ledger& ledger;
};

// Completes the finding of a step that no leaf fits: what was allowed, what is wrong, which rule the
// step breaks, which earlier step it contradicts and which answer outside the profile explains it.
void blame(const Accusation& accusation, Finding& finding);

// The rule that a script tests: its name begins with the id. nullptr if there is no such rule.
[[nodiscard]] const Rule* rule_under_test(const std::string& script);

}  // namespace netioconf::oracle::engine
