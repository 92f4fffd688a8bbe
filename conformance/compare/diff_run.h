#pragma once

#include <expected>
#include <string>

#include "conformance/compare/diff_options.h"
#include "reports/diff/comparison.h"

namespace netioconf::conformance {

// Carries the scripts out on every implementation, then the sweep, judges what each did and holds it
// against what the others did. The error is one line.
[[nodiscard]] std::expected<reports::Comparison, std::string> compare(
    const DiffOptions& options, const std::vector<std::string>& names);

}  // namespace netioconf::conformance
