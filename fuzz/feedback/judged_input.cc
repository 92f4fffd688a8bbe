#include "fuzz/feedback/judged_input.h"

#include <algorithm>
#include <utility>

#include "conformance/execution/shrink/deviation.h"
#include "reports/model/program_version.h"
#include "reports/summary/summarize.h"

namespace netioconf::fuzz::feedback {
namespace {

// A late callback may still arrive.
bool lacks_a_callback(const JudgedInput& judged) {
  const oracle::Finding* deviation = oracle::first_deviation(judged.judgement);
  return deviation != nullptr &&
         std::ranges::any_of(deviation->mismatches, [](const oracle::Mismatch& mismatch) {
           return mismatch.member == "callback";
         });
}

}  // namespace

JudgedInput judge_alone(std::string implementation, oracle::Trace trace,
                        oracle::readings::Profile profile) {
  JudgedInput judged{.implementation = std::move(implementation),
                     .profile = profile,
                     .trace = std::move(trace),
                     .judge = oracle::engine::Judge{profile}};
  judged.judgement = judged.judge.judge(judged.trace);
  return judged;
}

JudgedInput try_script(conformance::execution::Implementation& implementation,
                       const oracle::Script& script, oracle::readings::Profile profile) {
  JudgedInput judged = judge_alone(implementation.name(), implementation.observe(script), profile);
  if (!lacks_a_callback(judged)) return judged;
  auto patient = conformance::execution::shrink::judge_alone(implementation, profile, script);
  return judge_alone(implementation.name(), std::move(patient.trace), profile);
}

reports::Report report_of(const JudgedInput& judged, std::string command) {
  reports::Report before;
  before.set_implementation(judged.implementation);
  before.set_profile(reports::message_of(judged.profile));
  before.set_command(std::move(command));
  before.set_version(reports::program_version());
  before.set_partial(true);
  reports::Summary summary{std::move(before)};
  summary.add(
      {.origin = reports::Origin::generated, .trace = judged.trace, .judgement = judged.judgement});
  return summary.report(judged.judge.followed(), judged.judge.coverage());
}

}  // namespace netioconf::fuzz::feedback
