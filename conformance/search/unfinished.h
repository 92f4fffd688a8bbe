#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "reports/model/report.h"

namespace netioconf::conformance::search {

// Notes in the folder that a run has begun: unfinished.json, which remains there if the run is killed.
// Writing the result removes it. The error is one line.
[[nodiscard]] std::expected<void, std::string> note_begin(
    const reports::Report& before, const std::optional<std::filesystem::path>& out);

// Notes in the report of a run that a signal ended that it did not end.
void note_interruption(reports::Report& report);

}  // namespace netioconf::conformance::search
