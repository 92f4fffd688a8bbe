#pragma once

#include "reports/diff/comparison.h"
#include "reports/model/report.h"

namespace netioconf::conformance {

// Adds programs that repeat the shortest script of each group or difference, for the first two hundred
// only, because each program has some hundred lines.
[[nodiscard]] reports::Report with_reproducers(reports::Report report);
[[nodiscard]] reports::Comparison with_reproducers(reports::Comparison comparison);

}  // namespace netioconf::conformance
