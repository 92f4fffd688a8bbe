#pragma once

#include <string>

#include "reports/model/report.h"

namespace netioconf::reports {

// results.sarif, SARIF 2.1.0: a result per group of deviations, at the line of its shortest script. Its
// fingerprint is the group, so that a finding keeps its identity when scripts move or are added.
[[nodiscard]] std::string sarif(const Report& report);

}  // namespace netioconf::reports
