#pragma once

#include "reports/diff/comparison.h"
#include "reports/model/report.h"

namespace netioconf::conformance {

// The same with programs that repeat the shortest script of each group, or of each difference; of the
// first two hundred only, as each program is some hundred lines.
[[nodiscard]] reports::Report with_reproducers(reports::Report report);
[[nodiscard]] reports::Comparison with_reproducers(reports::Comparison comparison);

}  // namespace netioconf::conformance
