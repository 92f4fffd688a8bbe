#pragma once

#include <ostream>

#include "oracle/engine/judge.h"
#include "oracle/model/steps.h"

// The results of a new judge for a few steps.
namespace netioconf::oracle {

// The call with NULL as the row.
[[nodiscard]] Operation null_row(Call call);

[[nodiscard]] Finding last_finding(const Trace& trace,
                                   readings::Profile profile = readings::Profile::documented);
[[nodiscard]] Finding last_finding(const Steps& steps, const Host& host = plain_host());

[[nodiscard]] Verdict last_verdict(const Steps& steps, const Host& host = plain_host());
// The statuses that the last step may return.
[[nodiscard]] StatusSet allowed(const Steps& steps, const Host& host = plain_host());
// The rule that the last step breaks; empty if it breaks none.
[[nodiscard]] std::string broken_rule(const Steps& steps, const Host& host = plain_host());

template <class... Statuses>
[[nodiscard]] StatusSet any_of(Statuses... statuses) {
  StatusSet set;
  (set.insert(statuses), ...);
  return set;
}

void PrintTo(Verdict verdict, std::ostream* out);
void PrintTo(const StatusSet& statuses, std::ostream* out);

}  // namespace netioconf::oracle
