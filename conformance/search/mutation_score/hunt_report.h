#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::conformance {

// Where the reports on a hunt for mutants go.
struct HuntReport {
  std::filesystem::path out;  // empty: nowhere
  std::string command;        // repeats the hunt
};

// Whether reports may go there: a hunt takes long, so that is asked before it. The error is one line.
[[nodiscard]] std::expected<void, std::string> check_place(const HuntReport& report);

// Writes the reports. What other searches left in that folder stays, so that their curves can be
// compared; a folder with a report about anything else is refused. The result is the exit status: 0 if
// all of these mutants were caught.
[[nodiscard]] int report_hunt(const HuntReport& report, std::vector<reports::Hunted> hunted);

}  // namespace netioconf::conformance
