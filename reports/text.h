#pragma once

#include <string>
#include <vector>

#include "reports/account.h"
#include "reports/report.h"

namespace netioconf::reports {

// The report for people: each group of deviations with its shortest script, then the summary.
[[nodiscard]] std::string text(const Report& report);

// Labels in a column, texts beside them, a line each.
[[nodiscard]] std::string block(const std::vector<Line>& lines);

}  // namespace netioconf::reports
