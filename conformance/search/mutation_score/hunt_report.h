#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::conformance::search::mutation_score {

// Where the reports on a search for mutants are written.
struct HuntReport {
  std::filesystem::path out;  // empty: no reports
  std::string command;        // repeats the search
};

// Whether reports can be written there. This is checked before the search, because the search takes
// long. The error is one line.
[[nodiscard]] std::expected<void, std::string> check_place(const HuntReport& report);

// Writes the reports. The results of other searches in that folder are kept, so that their curves can be
// compared. A folder with any other report is refused. The result is the exit status: 0 if all of these
// mutants were caught.
[[nodiscard]] int report_hunt(const HuntReport& report, std::vector<reports::Hunted> hunted);

}  // namespace netioconf::conformance::search::mutation_score
