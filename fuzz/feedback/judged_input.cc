#include "fuzz/feedback/judged_input.h"

#include <algorithm>
#include <utility>

#include "conformance/execution/shrink/deviation.h"
#include "reports/model/summarize.h"

namespace netioconf::fuzz::feedback {
namespace {

// A late callback may still arrive.
bool lacks_a_callback(const JudgedInput& trial) {
  const oracle::Finding* deviation = oracle::first_deviation(trial.judgement);
  return deviation != nullptr &&
         std::any_of(deviation->mismatches.begin(), deviation->mismatches.end(),
                     [](const oracle::Mismatch& mismatch) { return mismatch.member == "callback"; });
}

}  // namespace

JudgedInput judge_alone(std::string implementation, oracle::Trace trace,
                        oracle::readings::Profile profile) {
  JudgedInput trial{.implementation = std::move(implementation),
                    .profile = profile,
                    .trace = std::move(trace),
                    .judgement = {},
                    .judge = oracle::engine::Judge{profile}};
  trial.judgement = trial.judge.judge(trial.trace);
  return trial;
}

JudgedInput try_script(conformance::execution::Implementation& subject, const oracle::Script& script,
                       oracle::readings::Profile profile) {
  JudgedInput trial = judge_alone(subject.name(), subject.observe(script), profile);
  if (!lacks_a_callback(trial)) return trial;
  auto patient = conformance::execution::shrink::judge_alone(subject, profile, script);
  return judge_alone(subject.name(), std::move(patient.trace), profile);
}

reports::Report report_of(const JudgedInput& trial, std::string command) {
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
