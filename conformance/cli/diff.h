#pragma once

#include "conformance/compare/diff_options.h"

namespace netioconf::conformance::cli {

// Compares implementations, or two reports. The result is the exit status: 0 no difference, 1
// differences, 2 could not run.
[[nodiscard]] int diff(const compare::DiffOptions& options);

}  // namespace netioconf::conformance::cli
