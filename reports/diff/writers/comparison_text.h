#pragma once

#include <string>

#include "reports/diff/comparison.h"

namespace netioconf::reports {

// What a comparison came to, for a terminal: each difference, where the documents leave room, the two
// matrices, the counts.
[[nodiscard]] std::string text(const Comparison& comparison);

}  // namespace netioconf::reports
