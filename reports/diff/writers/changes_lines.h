#pragma once

#include <vector>

#include "reports/words/account.h"
#include "reports/diff/changes.h"

namespace netioconf::reports {

// All that is to be said about what became of a deviation. All text is legible.
[[nodiscard]] std::vector<Line> lines_of(const Changes& changes, const Change& change);

}  // namespace netioconf::reports
