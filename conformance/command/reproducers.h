#pragma once

#include "reports/report.h"

namespace netioconf::conformance {

// The report, with programs that repeat the shortest script of each group; of the first groups only, as
// each program is some hundred lines.
[[nodiscard]] reports::Report with_reproducers(reports::Report report);

}  // namespace netioconf::conformance
