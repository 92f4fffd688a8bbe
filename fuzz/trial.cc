#include "fuzz/trial.h"

#include <algorithm>
#include <utility>

#include "reports/summarize.h"

namespace netioconf::fuzz {

Trial judge_alone(std::string implementation, oracle::Trace trace, oracle::Profile profile) {
  Trial trial{.implementation = std::move(implementation),
              .profile = profile,
              .trace = std::move(trace),
              .judgement = {},
              .judge = oracle::Judge{profile}};
  trial.judgement = trial.judge.judge(trial.trace);
  return trial;
}

Trial try_script(conformance::Implementation& subject, const oracle::Script& script,
                 oracle::Profile profile) {
  return judge_alone(subject.name(), subject.observe(script), profile);
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

}  // namespace netioconf::fuzz
