#pragma once

#include <algorithm>

#include "oracle/model/finding.h"

namespace netioconf::conformance::execution {

// A script that was run and judged. After a patient run the script says for how many callbacks it
// waits.
struct Execution {
  oracle::Script script;
  oracle::Trace trace;
  oracle::Judgement judgement;
};

[[nodiscard]] inline bool deviates(const Execution& execution) {
  return oracle::first_deviation(execution.judgement) != nullptr;
}

// Whether the implementation can go on after each call.
[[nodiscard]] inline bool all_went_on(const oracle::Trace& trace) {
  return std::ranges::all_of(
      trace.steps, [](const oracle::Step& step) { return oracle::goes_on(step.reply.ending); });
}

}  // namespace netioconf::conformance::execution
