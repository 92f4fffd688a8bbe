#pragma once

#include <chrono>
#include <cstdint>

#include "conformance/search/mutation_score/hunt_report.h"

namespace netioconf::conformance {

struct PropertiesTableOptions {
  std::size_t repeats = 1;
  std::uint64_t seed = 0;                   // the first of as many as there are repeats
  std::chrono::milliseconds limit{60'000};  // for each mutant and repeat
};

// Puts the properties to the test on every mutant and prints who is caught, after how many calls and
// seconds, the medians of the repeats. The result is the exit status: 0 if all are caught each time.
[[nodiscard]] int mutants_by_properties(const PropertiesTableOptions& options, const HuntReport& report);

}  // namespace netioconf::conformance
