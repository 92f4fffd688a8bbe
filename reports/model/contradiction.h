#pragma once

#include <string>

#include "reports/report.pb.h"

namespace netioconf::reports::inline model {

// The first contradiction in a report, such as a count that is not the number of what it counts; empty
// if there is none.
[[nodiscard]] std::string contradiction_in(const Report& report);

}  // namespace netioconf::reports::inline model
