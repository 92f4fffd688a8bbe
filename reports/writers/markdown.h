#pragma once

#include <string>

#include "reports/model/report.h"

namespace netioconf::reports::writers {

// summary.md, for the page of a CI job: the verdict, the groups, the readings, the coverage. Long tables
// end with the number of omitted rows.
[[nodiscard]] std::string markdown(const Report& report);

}  // namespace netioconf::reports::writers
