#pragma once

#include <chrono>
#include <cstdint>

#include "conformance/search/mutation_score/score_report.h"

namespace netioconf::conformance::search::mutation_score {

struct PropertiesTableOptions {
  std::size_t repeats = 1;
  std::uint64_t seed = 0;                   // of the first repeat; each repeat adds 1
  std::chrono::milliseconds limit{60'000};  // for each mutant and repeat
};

// Checks the properties on every mutant. Prints which mutants are caught and after how many calls and
// seconds (medians of the repeats). The result is the exit status: 0 if all are caught in every repeat.
[[nodiscard]] int mutants_by_properties(const PropertiesTableOptions& options,
                                        const MutationScoreReport& report);

}  // namespace netioconf::conformance::search::mutation_score
