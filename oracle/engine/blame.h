#pragma once

#include "oracle/engine/exploration.h"
#include "oracle/engine/ledger.h"

namespace netioconf::oracle {

// What a deviation is held against: the step, what was open before it, and what the profile left open at
// first.
struct Accusation {
  const Trace& trace;
  std::size_t step;
  const std::vector<World>& worlds;
  const Answers& at_first;
  const Ledger& ledger;
};

// Says of a step that no leaf fits what was allowed, what is wrong, which rule that breaks, which
// earlier step it contradicts and which answer outside of the profile would explain it.
void blame(const Accusation& accusation, Finding& finding);

// The rule that a script is about: the folder that its name begins with. nullptr if that is none.
[[nodiscard]] const Rule* rule_under_test(const std::string& script);

}  // namespace netioconf::oracle
