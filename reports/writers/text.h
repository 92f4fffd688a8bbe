#pragma once

#include <string>
#include <vector>

#include "reports/model/report.h"
#include "reports/words/finding_lines.h"

namespace netioconf::reports::writers {

// The report for people: each new group of deviations with its shortest script, one line for each known
// group, then the summary.
[[nodiscard]] std::string text(const Report& report);

// One line for each label and text, with the labels in a column.
[[nodiscard]] std::string block(const std::vector<words::Line>& lines);

}  // namespace netioconf::reports::writers
