#include "fuzz/campaign/rounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <thread>

#include "fuzz/harness/repeat.h"
#include "fuzz/harness/report_result.h"

namespace netioconf::fuzz::campaign {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds between_looks{100};
// After its time, a target may finish its input and write its results.
constexpr seconds patience_at_the_end{30};
constexpr seconds pruning_time_max{600};
// If targets end this often in one round, the implementation is called in a child from then on.
constexpr unsigned most_ends_in_a_round = 3;
constexpr unsigned most_ends_without_a_run = 5;
constexpr unsigned memory_max_mib = 2048;
constexpr std::uint64_t seeds_of_a_shard = 15'485'863;  // a prime number

}  // namespace

std::expected<CampaignRounds, std::string> CampaignRounds::open(const Folder& folder,
                                                                const CampaignOptions& options,
                                                                fs::path target) {
  CampaignRounds rounds{folder, options, std::move(target)};
  for (unsigned number = 0; number < options.jobs; ++number) {
    auto tally = feedback::SharedTally::open(folder.tallies() / std::to_string(number));
    if (!tally) return std::unexpected(tally.error());
    rounds.slots_.emplace_back(number, *std::move(tally));
  }
  return std::move(rounds).with_tallies_of_more_slots();
}

std::expected<CampaignRounds, std::string> CampaignRounds::with_tallies_of_more_slots() && {
  for (std::size_t number = slots_.size();; ++number) {
    const fs::path path = folder_.tallies() / std::to_string(number);
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return std::move(*this);
    auto tally = feedback::SharedTally::open(path);
    if (!tally) return std::unexpected(tally.error());
    before_.add(tally->read());
  }
}

TargetRun CampaignRounds::run_for(const Slot& slot, const CampaignState& state) const {
  const std::string number = std::to_string(slot.number());
  const auto limit_s = std::max<std::int64_t>(2, 2 * options_.time_limit.count() / 1000);
  return {.program = target_,
          .arguments = {"-max_len=4096", "-len_control=0", "-reload=5", "-report_slow_units=100000",
                        "-detect_leaks=0", fmt::format("-timeout={}", limit_s),
                        fmt::format("-rss_limit_mb={}", memory_max_mib),
                        fmt::format("-artifact_prefix={}/", folder_.artifacts().string())},
          .environment = {{harness::implementation_variable, options_.implementation},
                          {harness::profile_variable,
                           std::string{oracle::readings::name_of(options_.profile)}},
                          {harness::kept_variable, folder_.kept().string()},
                          {harness::tally_variable, (folder_.tallies() / number).string()},
                          {harness::isolate_variable, state.isolated ? "1" : ""}},
          .log = folder_.logs() / (number + ".log")};
}

std::expected<void, std::string> CampaignRounds::start_in(Slot& slot, const CampaignState& state,
                                                          milliseconds left) {
  TargetRun run = run_for(slot, state);
  const auto left_s = std::max<std::int64_t>(1, (left.count() + 500) / 1000);
  run.arguments.push_back(fmt::format("-max_total_time={}", left_s));
  const std::uint64_t of_start = state.rounds * 1000 + starts_++;
  const std::uint64_t of_shard = (options_.shard.number - 1) * seeds_of_a_shard;
  run.arguments.push_back(fmt::format("-seed={}", 1 + (of_shard + of_start) % 0x7fffffffU));
  run.arguments.push_back(folder_.corpus().string());
  auto process = start(run);
  if (!process) return std::unexpected(std::string{"cannot start another process"});
  slot.occupy(*std::move(process));
  return {};
}

// The error that libFuzzer reports, otherwise the last line of the log.
std::string CampaignRounds::error_in_log(const Slot& slot) const {
  std::ifstream log(folder_.logs() / (std::to_string(slot.number()) + ".log"));
  std::string last;
  for (std::string line; std::getline(log, line);) {
    if (!line.empty()) last = line;
    if (line.find("ERROR: ") != std::string::npos) break;
  }
  return last;
}

// A target that ends at an input leaves an artifact. A target that ends without any run cannot work.
std::expected<void, std::string> CampaignRounds::note_end(
    const Slot& slot, CampaignState& state, const conformance::implementations::child::End& end) {
  if (end.ending == oracle::Ending::exited && end.detail == "exit status 0") return {};
  ++state.crashes;
  if (++ends_in_this_round_ >= most_ends_in_a_round) state.isolated = true;
  const std::uint64_t executions = tally().executions;
  ends_without_a_run_ = executions == executions_at_last_end_ ? ends_without_a_run_ + 1 : 0;
  executions_at_last_end_ = executions;
  if (ends_without_a_run_ < most_ends_without_a_run) return {};
  return std::unexpected(fmt::format("library_fuzzer ends before it runs any input ({}): {}", end.detail,
                                     error_in_log(slot)));
}

std::expected<void, std::string> CampaignRounds::fuzz(CampaignState& state, milliseconds time,
                                                      const Tick& tick) {
  const auto end_of_round = Clock::now() + time;
  ++state.rounds;
  ends_in_this_round_ = 0;
  std::expected<void, std::string> result;
  for (Slot& slot : slots_) {
    if (result) result = start_in(slot, state, time);
  }
  const auto busy = [](const Slot& slot) { return slot.busy(); };
  while (result && std::ranges::any_of(slots_, busy)) {
    std::this_thread::sleep_for(between_looks);
    const auto left = std::chrono::duration_cast<milliseconds>(end_of_round - Clock::now());
    for (Slot& slot : slots_) {
      if (!result || !slot.busy()) continue;
      const auto end = slot.ended();
      if (!end && left > -patience_at_the_end) continue;
      slot.clear();
      if (end) result = note_end(slot, state, *end);
      if (result && left > seconds{1}) result = start_in(slot, state, left);
    }
    if (result) result = tick();
  }
  for (Slot& slot : slots_) slot.clear();
  return result;
}

std::expected<void, std::string> CampaignRounds::prune(const CampaignState& state, const Tick& tick) {
  std::error_code ignored;
  fs::remove_all(folder_.pruned(), ignored);
  fs::create_directories(folder_.pruned(), ignored);
  // By default it is in the folder for temporary files, where it would remain after a kill.
  const fs::path progress = folder_.work() / "pruning";
  fs::remove(progress, ignored);
  TargetRun run = run_for(slots_.front(), state);
  run.arguments.insert(run.arguments.end(), {"-merge=1", "-merge_control_file=" + progress.string(),
                                             folder_.pruned().string(), folder_.corpus().string()});
  auto process = start(run);
  if (!process) return std::unexpected(std::string{"cannot start another process"});
  const auto deadline = Clock::now() + pruning_time_max;
  std::optional<conformance::implementations::child::End> end;
  while (!(end = process->ended()) && Clock::now() < deadline) {
    std::this_thread::sleep_for(between_looks);
    if (auto result = tick(); !result) return result;
  }
  fs::remove(progress, ignored);
  const bool worked = end && end->detail == "exit status 0" && !fs::is_empty(folder_.pruned(), ignored);
  if (worked) return replace_folder(folder_.corpus(), folder_.pruned());
  fs::remove_all(folder_.pruned(), ignored);
  return {};
}

feedback::ProgressTally CampaignRounds::tally() const {
  feedback::ProgressTally sum = before_;
  for (const Slot& slot : slots_) sum.add(slot.tally());
  return sum;
}

std::uint64_t CampaignRounds::features() const {
  std::uint64_t most = 0;
  for (const Slot& slot : slots_) {
    const auto log = folder_.logs() / (std::to_string(slot.number()) + ".log");
    most = std::max(most, features_in(log));
  }
  return most;
}

}  // namespace netioconf::fuzz::campaign
