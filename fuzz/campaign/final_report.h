#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "fuzz/campaign/options.h"
#include "fuzz/campaign/state.h"

namespace netioconf::fuzz::campaign {

// Notes in the folder that the campaign has begun. The error is one line.
[[nodiscard]] std::expected<void, std::string> note_begin(const CampaignOptions& options);

// What a campaign reports at its end.
struct CampaignEnd {
  const std::vector<CampaignSample>& series;
  std::filesystem::path found_scripts;  // their folder; empty: it found none
  std::string unfinished;               // why it did not end; empty: it ended
};

// Judges the committed scripts, or those of the shard, and those found together, because an
// implementation must follow the same answers in all of them. The result is the exit status.
[[nodiscard]] int report(const CampaignOptions& options, const CampaignEnd& end);

}  // namespace netioconf::fuzz::campaign
