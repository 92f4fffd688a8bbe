#pragma once

#include "reports/diff/comparison.h"
#include "reports/model/report.h"

namespace netioconf::conformance::exporting {

// Adds programs that repeat the shortest script of each group or difference, for the first two hundred
// only, because each program has some hundred lines.
[[nodiscard]] reports::Report with_reproducers(reports::Report report);
[[nodiscard]] reports::diff::Comparison with_reproducers(reports::diff::Comparison comparison);

}  // namespace netioconf::conformance::exporting
