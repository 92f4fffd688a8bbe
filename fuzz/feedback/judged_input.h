#pragma once

#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/engine/judge.h"
#include "reports/model/report.h"

namespace netioconf::fuzz::feedback {

// A script that was run and judged by a judge of its own: the result of one input depends on no other
// input.
struct JudgedInput {
  std::string implementation;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  oracle::Trace trace;
  oracle::Judgement judgement;
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
};

// If a callback is missing, runs the script again and waits for the callback.
[[nodiscard]] JudgedInput try_script(conformance::execution::Implementation& implementation,
                                     const oracle::Script& script, oracle::readings::Profile profile);

// The same for an existing trace.
[[nodiscard]] JudgedInput judge_alone(std::string implementation, oracle::Trace trace,
                                      oracle::readings::Profile profile);

// The report that `netioconf check` would print. `command` repeats the run.
[[nodiscard]] reports::Report report_of(const JudgedInput& judged, std::string command);

}  // namespace netioconf::fuzz::feedback
