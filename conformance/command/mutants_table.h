#pragma once

#include <filesystem>
#include <vector>

namespace netioconf::conformance {

// Runs the scripts on every mutant and prints who is caught by which script; one that a script catches
// must be caught by a script or a finding that names the rule it breaks. The result is the exit status:
// 0 if all are caught.
[[nodiscard]] int mutants_by_scripts(const std::vector<std::filesystem::path>& scripts);

}  // namespace netioconf::conformance
