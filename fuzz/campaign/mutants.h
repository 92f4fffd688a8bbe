#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "conformance/search/mutation_score/score_report.h"

namespace netioconf::fuzz::campaign {

struct MutantSearchOptions {
  unsigned repeats = 1;
  unsigned jobs = 1;
  std::uint64_t seed = 0;  // seed of the first search; later searches use the next numbers
  std::chrono::milliseconds limit{60'000};  // for each search
  std::vector<std::string> names;           // empty: all mutants
};

// Lets library_fuzzer search each mutant from an empty corpus, and prints after how many calls and
// seconds it deviated, as medians of the repeats. The result is the exit status: 0 if every search
// caught its mutant.
[[nodiscard]] int mutants_by_fuzz(
    const MutantSearchOptions& options,
    const conformance::search::mutation_score::MutationScoreReport& report);

// The middle value, or the mean of the two middle values. The list must not be empty.
[[nodiscard]] std::uint64_t median(std::vector<std::uint64_t> values);

}  // namespace netioconf::fuzz::campaign
