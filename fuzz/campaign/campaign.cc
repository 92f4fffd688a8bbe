#include "fuzz/campaign/campaign.h"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <system_error>
#include <thread>
#include <tuple>

#include "conformance/execution/implementation.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/codec/codec.h"
#include "corpora/files/files.h"
#include "corpora/text/loader.h"
#include "fuzz/campaign/deviations.h"
#include "fuzz/campaign/display.h"
#include "fuzz/campaign/final_report.h"
#include "fuzz/campaign/rounds.h"
#include "reports/model/exit_status.h"
#include "reports/words/phrases.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using PhaseResult = std::expected<void, std::string>;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds round_time_min{5'000};
constexpr milliseconds round_time_max{30'000};
constexpr int rounds_min = 20;  // per campaign, so that a short campaign also prunes its corpus
constexpr milliseconds between_saves{2'000};
constexpr std::int64_t samples_max = 500;
constexpr std::size_t artifacts_at_once = 8;
constexpr milliseconds until_artifacts_are_complete{1'100};
constexpr std::uint64_t corpus_that_needs_no_pruning = 2'000;

bool interrupted() { return conformance::implementations::child::interruption() != 0; }

std::uint64_t files_in(const fs::path& folder) {
  std::error_code error;
  const fs::directory_iterator entries{folder, error};
  return static_cast<std::uint64_t>(std::distance(begin(entries), end(entries)));
}

class CampaignRun {
 public:
  CampaignRun(const CampaignOptions& options, const Folder& folder, CampaignState state,
              CampaignRounds rounds)
      : options_{options},
        folder_{folder},
        state_{std::move(state)},
        rounds_{std::move(rounds)},
        deviations_{folder, options},
        before_{state_.elapsed},
        at_first_{.elapsed = before_, .executions = rounds_.tally().executions} {}

  [[nodiscard]] PhaseResult run() {
    if (state_.rounds == 0) {
      if (PhaseResult seeded = plant_seeds(); !seeded) return seeded;
    }
    PhaseResult result = save();
    while (result && !interrupted() && elapsed() < options_.duration) {
      doing_ = fmt::format("round {}", state_.rounds + 1);
      result = rounds_.fuzz(state_, std::min(round_time(), options_.duration - elapsed()),
                            [this] { return tick(); });
      if (result && !interrupted()) result = prune_if_large();
      if (result) result = save();
    }
    if (interrupted()) result = {};
    if (result) examine_the_rest();
    if (result) result = save_last_sample();
    display_.finish(view());
    return result;
  }

  [[nodiscard]] std::uint64_t judged() const { return rounds_.tally().judged; }
  [[nodiscard]] const std::vector<CampaignSample>& series() const { return state_.series; }
  [[nodiscard]] bool has_deviations() const { return !deviations_.found().empty(); }
  [[nodiscard]] std::size_t inputs_out_of_memory() const { return deviations_.inputs_out_of_memory(); }

 private:
  [[nodiscard]] milliseconds round_time() const {
    return std::clamp(options_.duration / rounds_min, round_time_min, round_time_max);
  }
  [[nodiscard]] milliseconds elapsed() const {
    return before_ + duration_cast<milliseconds>(Clock::now() - begun_);
  }

  [[nodiscard]] PhaseResult plant_seeds() const {
    const auto scripts = corpora::text::load_scripts(conformance::repository::committed_scripts());
    if (!scripts) return {};
    std::vector<corpora::files::File> seeds;
    for (const corpora::text::LoadedScript& script : *scripts) {
      std::string name = script.script.name;
      std::ranges::replace(name, '/', '-');
      seeds.push_back(
          {folder_.corpus() / name, corpora::codec::encode(script.script).SerializeAsString()});
    }
    const auto written = corpora::files::write_files(seeds);
    if (!written) return std::unexpected(describe(written.error()));
    return {};
  }

  [[nodiscard]] CampaignSample sample() const {
    const feedback::ProgressTally tally = rounds_.tally();
    return {.elapsed = elapsed(),
            .executions = tally.executions,
            .features = std::max(rounds_.features(), features_),
            .corpus = files_in(folder_.corpus()),
            .rules = tally.rules(),
            .outcomes = tally.outcomes.count(),
            .deviations = deviations_.found().size()};
  }

  [[nodiscard]] View view() {
    now_ = sample();
    features_ = now_.features;
    const auto back = std::find_if(
        state_.series.rbegin(), state_.series.rend(),
        [&](const CampaignSample& each) { return now_.elapsed - each.elapsed >= seconds{5}; });
    const bool is_recent = back != state_.series.rend() && back->elapsed > before_;
    const CampaignSample since = is_recent ? *back : at_first_;
    return {.implementation = options_.implementation,
            .doing = doing_,
            .duration = options_.duration,
            .jobs = options_.jobs,
            .now = now_,
            .executions_per_s = executions_per_s(now_, since),
            .crashes = state_.crashes,
            .unrepeated = deviations_.unrepeated(),
            .undecided = deviations_.undecided(),
            .found = deviations_.found()};
  }

  [[nodiscard]] PhaseResult tick() {
    if (interrupted()) return std::unexpected(std::string{"interrupted"});
    if (PhaseResult space = check_space(folder_); !space) return space;
    (void)deviations_.collect_artifacts(artifacts_at_once);
    (void)deviations_.examine_one();
    if (Clock::now() >= next_save_) {
      if (PhaseResult result = save(); !result) return result;
    }
    display_.show(view());
    return {};
  }

  [[nodiscard]] PhaseResult save() {
    if (PhaseResult space = check_space(folder_); !space) return space;
    next_save_ = Clock::now() + between_saves;
    state_.elapsed = elapsed();
    const milliseconds between{std::max<std::int64_t>(1000, options_.duration.count() / samples_max)};
    if (state_.series.empty() || state_.elapsed - state_.series.back().elapsed >= between) {
      state_.series.push_back(sample());
    }
    return save_state(folder_, state_);
  }

  [[nodiscard]] PhaseResult save_last_sample() {
    state_.elapsed = elapsed();
    state_.series.push_back(sample());
    return save();
  }

  [[nodiscard]] PhaseResult prune_if_large() {
    const std::uint64_t count = files_in(folder_.corpus());
    const std::uint64_t enough = std::max(corpus_that_needs_no_pruning, 2 * state_.corpus_when_pruned);
    if (count <= enough || elapsed() >= options_.duration) return {};
    doing_ = "pruning the corpus";
    PhaseResult result = rounds_.prune(state_, [this] { return tick(); });
    state_.corpus_when_pruned = files_in(folder_.corpus());
    return result;
  }

  void examine_the_rest() {
    doing_ = "checking what was found";
    std::this_thread::sleep_for(until_artifacts_are_complete);
    while (!interrupted() && deviations_.collect_artifacts(artifacts_at_once) != 0)
      display_.show(view());
    while (!interrupted() && deviations_.examine_one()) display_.show(view());
    doing_ = interrupted() ? "interrupted" : "done";
  }

  CampaignOptions options_;
  Folder folder_;
  CampaignState state_;
  CampaignRounds rounds_;
  CampaignDeviations deviations_;
  Display display_;
  std::string doing_ = "starting";
  milliseconds before_;
  CampaignSample at_first_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point next_save_ = begun_;
  CampaignSample now_;
  std::uint64_t features_ = 0;
};

// The campaign that the folder contains, or a new one.
std::expected<CampaignState, std::string> begin_or_resume(const CampaignOptions& options,
                                                          const Folder& folder) {
  const auto there = load_state(folder);
  if (!there) return std::unexpected(there.error());
  const CampaignState begun{.implementation = options.implementation,
                            .profile = std::string{oracle::readings::name_of(options.profile)},
                            .shard = fmt::format("{}/{}", options.shard.number, options.shard.count)};
  if (!*there) return begun;
  if (!options.resume) {
    return std::unexpected(
        fmt::format("{}: already holds a campaign (continue it with --resume, or name another folder)",
                    folder.out.string()));
  }
  const auto which = [](const CampaignState& state) {
    return std::tie(state.implementation, state.profile, state.shard);
  };
  if (which(**there) == which(begun)) return **there;
  return std::unexpected(
      fmt::format("{}: holds a campaign on {}, profile {}, shard {} (name another folder)",
                  folder.out.string(), (*there)->implementation, (*there)->profile, (*there)->shard));
}

PhaseResult can_be_called(const CampaignOptions& options) {
  const auto made = conformance::execution::make_implementation(
      options.implementation,
      {.isolation = conformance::implementations::Isolation::child, .time_limit = options.time_limit});
  if (!made) return std::unexpected(made.error());
  return {};
}

}  // namespace

int run_campaign(const CampaignOptions& options) {
  using reports::could_not_run;
  const Folder folder{options.out};
  const auto target = find_target();
  if (!target) return reports::could_not_run(target.error());
  if (auto called = can_be_called(options); !called) return reports::could_not_run(called.error());
  if (auto prepared = prepare(folder); !prepared) return reports::could_not_run(prepared.error());
  const auto lock = Lock::take(folder);
  if (!lock) return reports::could_not_run(lock.error());
  auto state = begin_or_resume(options, folder);
  if (!state) return reports::could_not_run(state.error());
  if (auto noted = note_begin(options); !noted) return reports::could_not_run(noted.error());
  auto rounds = CampaignRounds::open(folder, options, *target);
  if (!rounds) return reports::could_not_run(rounds.error());

  CampaignRun campaign{options, folder, *std::move(state), *std::move(rounds)};
  if (const PhaseResult result = campaign.run(); !result) return reports::could_not_run(result.error());
  if (campaign.judged() == 0) {
    return reports::could_not_run(options.implementation + ": nothing was judged (see work/logs)");
  }
  if (const std::size_t times = campaign.inputs_out_of_memory(); times != 0) {
    reports::say(fmt::format(
        "{}: used more than 2 GiB of memory {}, but not in any single script; it may leak memory "
        "(work/unrepeated/oom-* are the inputs during which this happened)",
        options.implementation, reports::words::count_text(times, "time")));
  }
  return report(
      options,
      {.series = campaign.series(),
       .found_scripts = campaign.has_deviations() ? folder.scripts() : fs::path{},
       .unfinished = interrupted() ? conformance::implementations::child::interruption_text() : ""});
}

}  // namespace netioconf::fuzz::campaign
