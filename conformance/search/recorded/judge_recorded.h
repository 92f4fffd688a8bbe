#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpora/text/loader.h"
#include "oracle/readings/reading.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::search::recorded {

struct RecordedOptions {
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::optional<std::filesystem::path> out;  // nullopt: a new temporary folder
  std::size_t threads = 1;
};

// The judged traces. Only a few of them are in memory at a time.
struct RecordedResult {
  reports::Report report;
  std::string implementation;  // that all traces are of; empty if they are of several
  std::string system;          // likewise
  std::vector<corpora::text::CutFile> cut_files;
};

// Judges recorded traces as run() judges a live run. A script that deviates and is not a committed one
// is written to OUT/scripts, so that the implementation can repeat it. The result does not depend on the
// number of threads. The error is one line.
[[nodiscard]] std::expected<RecordedResult, std::string> judge_recorded(
    std::span<const std::filesystem::path> traces, const RecordedOptions& options,
    reports::Summary summary);

// The place of the traces that a file lost: a script that was skipped.
[[nodiscard]] reports::Judged skipped_rest(const corpora::text::CutFile& file);

}  // namespace netioconf::conformance::search::recorded
