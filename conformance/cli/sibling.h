#pragma once

#include <string>
#include <vector>

namespace netioconf::conformance::cli {

// Replaces this process by the program of that name in the folder of this one, for subcommands that need
// code which this folder may not include. It returns only if that fails. The result is the exit status.
[[nodiscard]] int become_sibling(const std::string& name, std::vector<std::string> arguments);

}  // namespace netioconf::conformance::cli
