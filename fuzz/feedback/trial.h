#pragma once

#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/engine/judge.h"
#include "reports/model/report.h"

namespace netioconf::fuzz {

// A script that was run and judged by a judge of its own: the result of one input depends on no other
// input.
struct Trial {
  std::string implementation;
  oracle::Profile profile = oracle::Profile::documented;
  oracle::Trace trace;
  oracle::Judgement judgement;
  oracle::Judge judge{oracle::Profile::documented};
};

// If a callback is missing, runs the script again and waits for the callback.
[[nodiscard]] Trial try_script(conformance::Implementation& subject, const oracle::Script& script,
                               oracle::Profile profile);

// The same for an existing trace.
[[nodiscard]] Trial judge_alone(std::string implementation, oracle::Trace trace,
                                oracle::Profile profile);

// nullptr if no step deviates.
[[nodiscard]] const oracle::Finding* first_deviation(const Trial& trial);

// The report that `netioconf check` would print. `command` repeats the trial.
[[nodiscard]] reports::Report report_of(const Trial& trial, std::string command);

}  // namespace netioconf::fuzz
