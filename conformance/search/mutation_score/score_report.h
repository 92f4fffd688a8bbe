#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::conformance::search::mutation_score {

// Where the reports on a search for mutants are written.
struct MutationScoreReport {
  std::filesystem::path out;  // empty: no reports
  std::string command;        // repeats the search
};

// Whether reports can be written there. This is checked before the search, because the search takes
// long. The error is one line.
[[nodiscard]] std::expected<void, std::string> check_place(const MutationScoreReport& report);

// The mutants that a search tried, and the number of those before which it was interrupted.
struct TriedMutants {
  std::vector<reports::MutantResult> results;
  std::size_t untried = 0;
};

// "25 of 25 mutants are caught, 300 were not tried (interrupted by SIGINT)". `how`: " in every search".
[[nodiscard]] std::string tally_text(const TriedMutants& mutants, std::string_view how = "");

// Writes the reports. The results of other searches in that folder are kept, so that their curves can be
// compared. A folder with any other report is refused. The result is the exit status: 0 if all of these
// mutants were caught.
[[nodiscard]] int report_mutation_score(const MutationScoreReport& report, const TriedMutants& mutants);

}  // namespace netioconf::conformance::search::mutation_score
