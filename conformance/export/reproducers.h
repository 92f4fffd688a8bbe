#pragma once

#include "reports/comparison.pb.h"

namespace netioconf::conformance::exporting {

// Adds programs that repeat the shortest script of each group or difference, for the first two hundred
// only, because each program has some hundred lines.
[[nodiscard]] reports::Report with_reproducers(reports::Report report);
[[nodiscard]] reports::Comparison with_reproducers(reports::Comparison comparison);

}  // namespace netioconf::conformance::exporting
