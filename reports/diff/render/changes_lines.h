#pragma once

#include <vector>

#include "reports/diff/changes.h"
#include "reports/words/finding_lines.h"

namespace netioconf::reports::diff::render {

// The description of what became of a deviation. All text is legible.
[[nodiscard]] std::vector<words::Line> lines_of(const Changes& changes, const Change& change);

}  // namespace netioconf::reports::diff::render
