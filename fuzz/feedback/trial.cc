#include "fuzz/feedback/trial.h"

#include <algorithm>
#include <utility>

#include "conformance/execution/shrink/deviation.h"
#include "reports/model/summarize.h"

namespace netioconf::fuzz::feedback {
namespace {

// A late callback may still arrive.
bool lacks_a_callback(const Trial& trial) {
  const oracle::Finding* deviation = first_deviation(trial);
  return deviation != nullptr &&
         std::any_of(deviation->mismatches.begin(), deviation->mismatches.end(),
                     [](const oracle::Mismatch& mismatch) { return mismatch.member == "callback"; });
}

}  // namespace

Trial judge_alone(std::string implementation, oracle::Trace trace, oracle::readings::Profile profile) {
  Trial trial{.implementation = std::move(implementation),
              .profile = profile,
              .trace = std::move(trace),
              .judgement = {},
              .judge = oracle::engine::Judge{profile}};
  trial.judgement = trial.judge.judge(trial.trace);
  return trial;
}

Trial try_script(conformance::execution::Implementation& subject, const oracle::Script& script,
                 oracle::readings::Profile profile) {
  Trial trial = judge_alone(subject.name(), subject.observe(script), profile);
  if (!lacks_a_callback(trial)) return trial;
  auto patient = conformance::execution::shrink::judge_alone(subject, profile, script);
  return judge_alone(subject.name(), std::move(patient.trace), profile);
}

const oracle::Finding* first_deviation(const Trial& trial) {
  const auto& findings = trial.judgement.findings;
  const auto found = std::find_if(findings.begin(), findings.end(), [](const oracle::Finding& finding) {
    return finding.verdict == oracle::Verdict::deviates;
  });
  return found == findings.end() ? nullptr : &*found;
}

reports::Report report_of(const Trial& trial, std::string command) {
  reports::Report before;
  before.implementation = trial.implementation;
  before.profile = trial.profile;
  before.command = std::move(command);
  before.version = NETIOCONF_VERSION;
  before.extent = reports::Extent::partial;
  reports::Summary summary{std::move(before)};
  summary.add({.path = "",
               .comment = "",
               .origin = reports::Origin::generated,
               .lines = {},
               .trace = trial.trace,
               .judgement = trial.judgement});
  return summary.report(trial.judge.followed(), trial.judge.coverage());
}

}  // namespace netioconf::fuzz::feedback
