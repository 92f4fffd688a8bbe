#include "fuzz/harness/report_result.h"

#include <fmt/format.h>
#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <optional>

#include "fuzz/feedback/signals.h"
#include "fuzz/feedback/tally.h"
#include "fuzz/harness/crash_store.h"
#include "fuzz/harness/repeat.h"
#include "fuzz/harness/stop.h"
#include "reports/model/exit_status.h"

namespace netioconf::fuzz::harness {
namespace {

constexpr unsigned hangs_that_are_enough = 3;

// A target's side of a campaign.
struct CampaignEnvironment {
  CrashStore kept;
  feedback::SharedTally tally;
  std::array<unsigned, oracle::call_count>
      hangs{};  // of the scripted call, also if a probe after it hung
};

std::optional<CampaignEnvironment> join_campaign() {
  const std::string kept = environment(kept_variable, "");
  if (kept.empty()) return std::nullopt;
  // If libFuzzer restarts itself to merge, the campaign is not the parent.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  auto tally = feedback::SharedTally::open(environment(tally_variable, ""));
  if (!tally) std::exit(reports::could_not_run(tally.error()));
  return CampaignEnvironment{.kept = CrashStore{kept}, .tally = *std::move(tally)};
}

std::optional<CampaignEnvironment>& campaign() {
  static std::optional<CampaignEnvironment> campaign = join_campaign();
  return campaign;
}

void note_hang(CampaignEnvironment& campaign, const oracle::Trace& trace, std::size_t step) {
  if (trace.steps[step].reply.ending != oracle::Ending::hung) return;
  while (step > 0 && trace.steps[step].probe) --step;
  ++campaign.hangs[static_cast<std::size_t>(oracle::call_of(trace.steps[step].operation))];
}

}  // namespace

bool skips(const oracle::Script& script) {
  static unsigned skipped = 0;
  if (!campaign()) return false;
  const bool hangs = std::ranges::any_of(script.operations, [](const oracle::Operation& operation) {
    const auto call = static_cast<std::size_t>(oracle::call_of(operation));
    return campaign()->hangs[call] >= hangs_that_are_enough;
  });
  return hangs && ++skipped % 16 != 0;
}

int report_result(const feedback::JudgedInput& judged, const oracle::Script& script) {
  static const bool silent = environment(signals_variable, "on") == "off";
  if (!silent) feedback::signal(judged);
  if (!campaign()) {
    static std::uint64_t calls = 0;
    calls += judged.trace.steps.size();
    if (oracle::first_deviation(judged.judgement) != nullptr)
      fmt::print(stderr, "\ncalls until then: {}\n", calls);
    stop_at_deviation(judged);
    return 0;
  }
  campaign()->tally.count(judged);
  const oracle::Finding* deviation = oracle::first_deviation(judged.judgement);
  if (deviation == nullptr) return 0;
  note_hang(*campaign(), judged.trace, deviation->step);
  campaign()->kept.keep(reports::group_key(judged.trace, *deviation), script);
  return -1;  // libFuzzer: do not add the input to the corpus
}

}  // namespace netioconf::fuzz::harness
