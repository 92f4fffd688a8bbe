#pragma once

#include <string>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// results.sarif, SARIF 2.1.0: one result for each group of deviations, located at the line of its
// shortest script. The fingerprint is the key of the group, so that a finding keeps its identity when
// scripts move or are added.
[[nodiscard]] std::string sarif(const Report& report);

}  // namespace netioconf::reports::writers
