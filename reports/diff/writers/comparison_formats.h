#pragma once

#include <string>

#include "reports/diff/comparison.h"

namespace netioconf::reports {

// summary.md: the matrices, the differences, the ambiguities.
[[nodiscard]] std::string markdown(const Comparison& comparison);

// junit.xml: a suite per rule or reading, a case per difference. What the documents allow is skipped,
// with why; what breaks a rule fails.
[[nodiscard]] std::string junit(const Comparison& comparison);

// results.sarif: a result per difference, at its shortest script. What the documents allow is a note.
[[nodiscard]] std::string sarif(const Comparison& comparison);

}  // namespace netioconf::reports
