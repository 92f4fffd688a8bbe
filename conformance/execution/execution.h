#pragma once

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

}  // namespace netioconf::conformance::execution
