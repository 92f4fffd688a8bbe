#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "fuzz/campaign/folder.h"
#include "reports/model/report.h"

namespace netioconf::fuzz {

// A moment of a campaign, for plots.
struct Moment {
  std::chrono::milliseconds elapsed{0};
  std::uint64_t executions = 0;
  std::uint64_t features = 0;  // as libFuzzer counts them
  std::uint64_t corpus = 0;    // inputs
  std::uint64_t rules = 0;     // that applied to a call
  std::uint64_t outcomes = 0;  // pairs of such a rule and how the call ended
  std::uint64_t findings = 0;  // groups

  friend bool operator==(const Moment&, const Moment&) = default;
};

// What a campaign has to know to go on after it was killed, apart from the files in its folder.
struct State {
  std::string implementation;
  std::string profile;
  std::chrono::milliseconds elapsed{0};
  std::uint64_t rounds = 0;   // begun; also what the seeds of the next one are made of
  std::uint64_t crashes = 0;  // inputs at which a target ended
  bool isolated = false;      // the implementation crashes so often that it is called in a child
  std::uint64_t corpus_when_pruned = 0;
  std::vector<Moment> series;

  friend bool operator==(const State&, const State&) = default;
};

// The same as a report has it.
[[nodiscard]] std::vector<reports::Sample> samples_of(const std::vector<Moment>& series);

// nullopt if there is no campaign in the folder. The error is one line.
[[nodiscard]] std::expected<std::optional<State>, std::string> load_state(const Folder& folder);

// Whole or not at all, and on the disk. series.json is written with it.
[[nodiscard]] std::expected<void, std::string> save_state(const Folder& folder, const State& state);

}  // namespace netioconf::fuzz
