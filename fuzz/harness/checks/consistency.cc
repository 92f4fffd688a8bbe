#include "fuzz/harness/checks/consistency.h"

#include <algorithm>
#include <optional>

#include "fuzz/feedback/signals.h"
#include "fuzz/harness/stop.h"

namespace netioconf::fuzz::harness::inline checks {
namespace {

bool same_beginning(const oracle::Trace& one, const oracle::Trace& other) {
  return one.host == other.host && one.initial_routes == other.initial_routes &&
         one.initial_anycasts == other.initial_anycasts;
}

// A verdict depends only on the replies up to its step.
void expect_same_verdicts_until_they_differ(const feedback::JudgedInput& one,
                                            const feedback::JudgedInput& other) {
  if (!same_beginning(one.trace, other.trace)) return;
  const std::size_t count = std::min(one.trace.steps.size(), other.trace.steps.size());
  for (std::size_t step = 0; step < count; ++step) {
    const oracle::Finding& finding = one.judgement.findings[step];
    const oracle::Finding& other_finding = other.judgement.findings[step];
    if (one.trace.steps[step] != other.trace.steps[step]) {
      return feedback::signal_difference(finding.call, finding.observed, other_finding.observed);
    }
    if (finding != other_finding) stop_because("the judge judged the same replies differently");
  }
}

std::optional<std::string> deviation_of(const feedback::JudgedInput& judged) {
  const oracle::Finding* deviation = oracle::first_deviation(judged.judgement);
  if (deviation == nullptr) return std::nullopt;
  return first_line(reports::group_key(judged.trace, *deviation));
}

}  // namespace

void judge_twice(const oracle::Trace& trace, oracle::readings::Profile profile) {
  const feedback::JudgedInput once = feedback::judge_alone("a recorded trace", trace, profile);
  const feedback::JudgedInput again = feedback::judge_alone("a recorded trace", trace, profile);
  feedback::signal(once);
  if (once.judgement.findings.size() != trace.steps.size()) {
    stop_because("a step got no finding, or more than one");
  }
  if (once.judgement != again.judgement) stop_because("the judge gave two judgements of one trace");
  if (once.judge.followed() != again.judge.followed()) {
    stop_because("the judge derived different answers from one trace");
  }
  if (once.judge.coverage() != again.judge.coverage()) {
    stop_because("the judge counted one trace differently");
  }
}

void expect_same_deviation(const feedback::JudgedInput& one, const feedback::JudgedInput& other) {
  feedback::signal(one);
  feedback::signal(other);
  expect_same_verdicts_until_they_differ(one, other);
  if (deviation_of(one) == deviation_of(other)) return;
  stop_at_deviation(one);
  stop_at_deviation(other);
}

}  // namespace netioconf::fuzz::harness::inline checks
