#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "reports/report.pb.h"

namespace netioconf::conformance::handed_in {

// A folder with report.json, or report.json.gz, and with a README.md that contains the command of the
// report.
struct HandedInReport {
  std::filesystem::path folder;
  std::filesystem::path file;
  reports::Report report;
};

// Reads it. It must be exactly what netioconf writes, or have the same members in the format before; it
// must be without a contradiction, and judged by rules and readings that this program has. The error is
// one line.
[[nodiscard]] std::expected<HandedInReport, std::string> read_handed_in(
    const std::filesystem::path& folder);

// The folder that a user names, also by its report. The error is one line.
[[nodiscard]] std::expected<std::filesystem::path, std::string> folder_named(
    const std::filesystem::path& named);

// The folders with a report: the given one, or those below it. The error is one line.
[[nodiscard]] std::expected<std::vector<std::filesystem::path>, std::string> folders_with_reports(
    const std::filesystem::path& place);

}  // namespace netioconf::conformance::handed_in
