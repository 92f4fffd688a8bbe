#pragma once

#include <string>
#include <vector>

#include "reports/words/account.h"
#include "reports/model/report.h"

namespace netioconf::reports {

// The report for people: each new group of deviations with its shortest script, a line for each known
// one, then the summary.
[[nodiscard]] std::string text(const Report& report);

// Labels in a column, texts beside them, a line each.
[[nodiscard]] std::string block(const std::vector<Line>& lines);

}  // namespace netioconf::reports
