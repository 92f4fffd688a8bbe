#pragma once

#include <string>

#include "conformance/execution/implementation.h"
#include "oracle/engine/judge.h"
#include "reports/model/report.h"

namespace netioconf::fuzz {

// A script that was carried out and judged, by a judge of its own: what is found in one input depends on
// no other.
struct Trial {
  std::string implementation;
  oracle::Profile profile = oracle::Profile::documented;
  oracle::Trace trace;
  oracle::Judgement judgement;
  oracle::Judge judge{oracle::Profile::documented};
};

// Where a callback is missing, once more and waiting for it.
[[nodiscard]] Trial try_script(conformance::Implementation& subject, const oracle::Script& script,
                               oracle::Profile profile);

// The same for a trace that was made elsewhere.
[[nodiscard]] Trial judge_alone(std::string implementation, oracle::Trace trace,
                                oracle::Profile profile);

// nullptr if no step deviates.
[[nodiscard]] const oracle::Finding* first_deviation(const Trial& trial);

// What `netioconf check` would report. `command` repeats the trial.
[[nodiscard]] reports::Report report_of(const Trial& trial, std::string command);

}  // namespace netioconf::fuzz
