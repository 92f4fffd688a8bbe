#pragma once

#include <string>
#include <vector>

#include "oracle/readings/reading.h"

namespace netioconf::conformance::cli::explain {

struct ExplainOptions {
  std::string what;  // a rule, a reading, a status, a subject, a finding, a report or a script
  std::vector<std::string> implementations;  // to run; empty: the emulator's personalities
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
};

// Prints what the pages promise, where they do so, what they leave open, which deviations are known, and
// what the implementations do. The result is the exit status: 2 for an unknown name.
[[nodiscard]] int explain(const ExplainOptions& options);

}  // namespace netioconf::conformance::cli::explain
