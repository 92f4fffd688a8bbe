#pragma once

#include <string>
#include <vector>

#include "reports/comparison.pb.h"
#include "reports/diff/changes.h"

namespace netioconf::reports::matrix {

// The versions of one implementation become neighbours, earliest first. Versions that do not begin with
// numbers stay in the given order. Reports have the same implementation if profile and name are equal;
// of a library, only the name of its file.
[[nodiscard]] std::vector<diff::NamedReport> in_order(std::vector<diff::NamedReport> reports);

// The matrix of reports in this order. `command` repeats it.
[[nodiscard]] Matrix matrix_of(const std::vector<diff::NamedReport>& reports, std::string command);

}  // namespace netioconf::reports::matrix
