#pragma once

#include <string>

#include "reports/diff/comparison.h"

namespace netioconf::reports::diff::render {

// A comparison for a terminal: each difference, each ambiguity, the two matrices, the counts.
[[nodiscard]] std::string text(const Comparison& comparison);

}  // namespace netioconf::reports::diff::render
