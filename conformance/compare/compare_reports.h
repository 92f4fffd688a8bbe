#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "reports/diff/changes.h"
#include "reports/model/invocation.h"

namespace netioconf::conformance::compare {

// The report.json that an argument names: the file, or the one in the folder. Empty: it names none.
[[nodiscard]] std::filesystem::path report_at(const std::filesystem::path& place);

// What changed between two reports. The error is one line.
[[nodiscard]] std::expected<reports::diff::Changes, std::string> compare_reports(
    const std::filesystem::path& before, const std::filesystem::path& after,
    const reports::Invocation& invocation);

}  // namespace netioconf::conformance::compare
