#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::conformance::execution {

// The names of the mutants that break a rule.
[[nodiscard]] std::vector<std::string> mutants_of(std::string_view rule);

// Adds to each rule of the report the names of the mutants that break it.
[[nodiscard]] reports::Report with_mutants(reports::Report report);

}  // namespace netioconf::conformance::execution
