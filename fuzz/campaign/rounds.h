#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "fuzz/campaign/folder.h"
#include "fuzz/campaign/options.h"
#include "fuzz/campaign/state.h"
#include "fuzz/campaign/target.h"
#include "fuzz/feedback/tally.h"

namespace netioconf::fuzz::campaign {

// A slot for a target: the process that runs in it, and the counts of all processes that ran in it.
class Slot {
 public:
  Slot(unsigned number, feedback::SharedTally tally) : number_{number}, tally_{std::move(tally)} {}

  [[nodiscard]] unsigned number() const { return number_; }
  [[nodiscard]] feedback::ProgressTally tally() const { return tally_.read(); }

  void occupy(conformance::implementations::child::Process process) {
    process_.emplace(std::move(process));
  }
  void clear() { process_.reset(); }
  [[nodiscard]] bool busy() const { return process_.has_value(); }
  // Nothing while it runs.
  [[nodiscard]] std::optional<conformance::implementations::child::End> ended() const {
    return process_->ended();
  }

 private:
  unsigned number_;
  feedback::SharedTally tally_;
  std::optional<conformance::implementations::child::Process> process_;
};

// Starts targets and waits for them. `tick` is called regularly; an error from it ends all targets.
class CampaignRounds {
 public:
  using Tick = std::function<std::expected<void, std::string>()>;

  // The error is one line.
  [[nodiscard]] static std::expected<CampaignRounds, std::string> open(const Folder& folder,
                                                                       const CampaignOptions& options,
                                                                       std::filesystem::path target);

  // Runs a target in each slot for that time, and restarts it when it ends at an input.
  [[nodiscard]] std::expected<void, std::string> fuzz(CampaignState& state,
                                                      std::chrono::milliseconds time, const Tick& tick);
  // Reduces the corpus to inputs with the same coverage.
  [[nodiscard]] std::expected<void, std::string> prune(const CampaignState& state, const Tick& tick);

  [[nodiscard]] feedback::ProgressTally tally() const;
  // The largest number that a target reported in the present round.
  [[nodiscard]] std::uint64_t features() const;

 private:
  using Clock = std::chrono::steady_clock;

  CampaignRounds(Folder folder, CampaignOptions options, std::filesystem::path target)
      : folder_{std::move(folder)}, options_{std::move(options)}, target_{std::move(target)} {}

  // A campaign may have had more jobs before it was interrupted.
  [[nodiscard]] std::expected<CampaignRounds, std::string> with_tallies_of_more_slots() &&;
  [[nodiscard]] TargetRun run_for(const Slot& slot, const CampaignState& state) const;
  [[nodiscard]] std::expected<void, std::string> start_in(Slot& slot, const CampaignState& state,
                                                          std::chrono::milliseconds left);
  [[nodiscard]] std::expected<void, std::string> note_end(
      const Slot& slot, CampaignState& state, const conformance::implementations::child::End& end);
  [[nodiscard]] std::string error_in_log(const Slot& slot) const;

  Folder folder_;
  CampaignOptions options_;
  std::filesystem::path target_;
  std::vector<Slot> slots_;
  feedback::ProgressTally before_;  // counts of slots that do not exist any more
  std::uint64_t starts_ = 0;
  unsigned ends_in_this_round_ = 0;
  unsigned ends_without_a_run_ = 0;  // in succession
  std::uint64_t executions_at_last_end_ = 0;
};

}  // namespace netioconf::fuzz::campaign
