#pragma once

#include "reports/model/report.h"

namespace netioconf::reports {

// A report made by hand that has one of everything: deviations that are new and known, a contradiction,
// a crash, undecided and skipped scripts, entries of the known list that no longer hold, characters that
// hurt.
[[nodiscard]] Report sample_report();

// The same implementation doing everything right.
[[nodiscard]] Report faultless_report();

// Mutants that were searched for in two ways, one of them in vain.
[[nodiscard]] Report sample_hunt();

}  // namespace netioconf::reports
