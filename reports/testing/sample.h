#pragma once

#include "reports/model/report.h"

namespace netioconf::reports {

// A handmade report that contains one of everything: new and known deviations, a contradiction, a crash,
// undecided and skipped scripts, entries of the known list that no longer hold, characters that need
// escaping.
[[nodiscard]] Report sample_report();

// The same implementation without faults.
[[nodiscard]] Report faultless_report();

// Mutants that two kinds of search looked for; one of them missed a mutant.
[[nodiscard]] Report sample_mutation_score();

}  // namespace netioconf::reports
