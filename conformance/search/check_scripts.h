#pragma once

#include <expected>
#include <string>
#include <vector>

#include "conformance/search/check.h"
#include "conformance/search/run.h"
#include "corpora/text/loader.h"

// Which scripts a check runs.
namespace netioconf::conformance::search {

// Those of the shard, then those that are not divided. The error is one line.
[[nodiscard]] std::expected<std::vector<corpora::text::LoadedScript>, std::string> read_scripts(
    const CheckOptions& options);

// Why an input is not run: it has no operation that can be decoded.
[[nodiscard]] WhySkipped why_skipped(const CheckOptions& options);

// How many inputs there are, and how many of them do not decode to their end.
[[nodiscard]] std::string words_for(const FuzzInputs& inputs);

// Whether the run leaves out committed scripts, also without --shard.
[[nodiscard]] bool leaves_out_scripts(const CheckOptions& options);

}  // namespace netioconf::conformance::search
