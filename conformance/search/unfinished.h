#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "reports/model/report.h"

namespace netioconf::conformance::search {

// Writes unfinished.json into the folder: the run has begun. The file remains if the run is killed;
// writing the result removes it. The error is one line.
[[nodiscard]] std::expected<void, std::string> note_begin(
    const reports::Report& before, const std::optional<std::filesystem::path>& out);

// Says in the report if a signal interrupted the run, which then has no verdict but deviations.
void note_interruption(reports::Report& report);

}  // namespace netioconf::conformance::search
