#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpora/text/loader.h"
#include "oracle/readings/reading.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search {

// The judged traces. Only one trace is in memory at a time.
struct RecordedResult {
  reports::Report report;
  std::string implementation;  // that all traces are of; empty if they are of several
  std::string system;          // likewise
  std::vector<corpora::text::CutFile> cut_files;
};

// Judges recorded traces as run() judges a live run. A script that deviates and is not a committed one
// is written to OUT/scripts (nullopt: a new temporary folder), so that the implementation can repeat it.
// The error is one line.
[[nodiscard]] std::expected<RecordedResult, std::string> judge_recorded(
    std::span<const std::filesystem::path> traces, oracle::readings::Profile profile,
    const std::optional<std::filesystem::path>& out, reports::Summary summary);

// The place of the traces that a file lost: a script that was skipped.
[[nodiscard]] reports::Judged skipped_rest(const corpora::text::CutFile& file);

}  // namespace netioconf::conformance::search
