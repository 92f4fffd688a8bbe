#pragma once

#include "conformance/compare/diff_options.h"

namespace netioconf::conformance {

// Compares implementations, or two reports. The result is the exit status: 0 no difference, 1
// differences, 2 could not run.
[[nodiscard]] int diff(const DiffOptions& options);

}  // namespace netioconf::conformance
