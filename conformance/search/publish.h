#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "reports/model/report.h"

namespace netioconf::conformance::search {

// Writes the files of a run to `out`, unless it is nullopt, with the programs that repeat each finding.
// Then prints `text` and returns the exit status. `nothing_judged` is the one line for a run without any
// verdict.
[[nodiscard]] int publish(const reports::Report& report, const std::optional<std::filesystem::path>& out,
                          std::string text, std::string nothing_judged);

// The same with the text of the report, for a live run.
[[nodiscard]] int publish(const reports::Report& report,
                          const std::optional<std::filesystem::path>& out);

}  // namespace netioconf::conformance::search
