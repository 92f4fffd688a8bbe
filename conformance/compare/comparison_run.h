#pragma once

#include <expected>
#include <string>

#include "conformance/compare/diff_options.h"
#include "reports/comparison.pb.h"

namespace netioconf::conformance::compare {

// Runs the scripts and then the sweep on every implementation, judges each one and compares it with the
// others. The error is one line.
[[nodiscard]] std::expected<reports::Comparison, std::string> compare(
    const DiffOptions& options, const std::vector<std::string>& names);

}  // namespace netioconf::conformance::compare
