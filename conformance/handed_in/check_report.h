#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "conformance/handed_in/repeat.h"

namespace netioconf::conformance::handed_in {

enum class CheckResult : std::uint8_t {
  reproduced,  // the command gives the same verdict, rules and readings
  not_run,     // the report is whole, but its command cannot run here
  wrong,
};

struct CheckedReport {
  CheckResult result = CheckResult::wrong;
  std::string words;  // in one line: what was reproduced, or why not
};

// Whether the report in a folder is whole, of a known version and reproducible.
[[nodiscard]] CheckedReport check_report(const std::filesystem::path& folder, const RunNetioconf& run);

// Replaces the report in a folder by what its command gives now, if that can run here, makes it small
// and checks it.
[[nodiscard]] CheckedReport update_report(const std::filesystem::path& folder, const RunNetioconf& run);

}  // namespace netioconf::conformance::handed_in
