#pragma once

#include <string>

#include "reports/diff/comparison.h"

namespace netioconf::reports::diff::render {

// summary.md: the matrices, the differences, the ambiguities.
[[nodiscard]] std::string markdown(const Comparison& comparison);

// junit.xml: one suite for each rule or reading, one case for each difference. A difference that the
// documents allow is skipped, with the reason; a broken rule fails.
[[nodiscard]] std::string junit(const Comparison& comparison);

// results.sarif: one result for each difference, located at its shortest script. A difference that the
// documents allow has level note.
[[nodiscard]] std::string sarif(const Comparison& comparison);

}  // namespace netioconf::reports::diff::render
