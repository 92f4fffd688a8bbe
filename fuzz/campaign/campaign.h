#pragma once

#include "fuzz/campaign/options.h"

namespace netioconf::fuzz::campaign {

// Runs library_fuzzer in all jobs, in rounds, until the time is over, and then reports like `netioconf
// check`. The result is the exit status: 0 conforms, 1 deviates, 2 could not run.
[[nodiscard]] int run_campaign(const CampaignOptions& options);

}  // namespace netioconf::fuzz::campaign
