#pragma once

#include <string>

#include "reports/report.pb.h"

namespace netioconf::reports::stored {

// The first member whose value no report has, and why: "scripts[0].verdict: 99 is not one of its
// values". Empty if there is none.
[[nodiscard]] std::string problem_in(const Report& report);

}  // namespace netioconf::reports::stored
