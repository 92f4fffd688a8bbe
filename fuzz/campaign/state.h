#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "fuzz/campaign/folder.h"
#include "reports/model/report.h"

namespace netioconf::fuzz::campaign {

// The progress of a campaign at one time, for plots.
struct CampaignSample {
  std::chrono::milliseconds elapsed{0};
  std::uint64_t executions = 0;
  std::uint64_t features = 0;    // as libFuzzer counts them
  std::uint64_t corpus = 0;      // inputs
  std::uint64_t rules = 0;       // that applied to a call
  std::uint64_t outcomes = 0;    // pairs of such a rule and the outcome of the call
  std::uint64_t deviations = 0;  // kinds

  friend bool operator==(const CampaignSample&, const CampaignSample&) = default;
};

// The data that a campaign needs to continue after a kill, apart from the files in its folder.
struct CampaignState {
  std::string implementation;
  std::string profile;
  std::string shard;  // the part that --shard names: "2/8"; "1/1" is the whole campaign
  std::chrono::milliseconds elapsed{0};
  std::uint64_t rounds = 0;   // started rounds; the seeds of the next round are derived from it
  std::uint64_t crashes = 0;  // inputs at which a target ended
  bool isolated = false;      // the implementation crashes so often that it is called in a child
  std::uint64_t corpus_when_pruned = 0;
  std::vector<CampaignSample> series;

  friend bool operator==(const CampaignState&, const CampaignState&) = default;
};

// Between the two samples.
[[nodiscard]] std::uint64_t executions_per_s(const CampaignSample& sample, const CampaignSample& before);

// The series as reports contain it: with rates, without the size of the corpus.
[[nodiscard]] std::vector<reports::Sample> report_samples_of(const std::vector<CampaignSample>& series);

// nullopt if the folder contains no campaign. The error is one line.
[[nodiscard]] std::expected<std::optional<CampaignState>, std::string> load_state(const Folder& folder);

// Writes the state completely or not at all, and flushes it to the disk. Also writes series.json.
[[nodiscard]] std::expected<void, std::string> save_state(const Folder& folder,
                                                          const CampaignState& state);

}  // namespace netioconf::fuzz::campaign
