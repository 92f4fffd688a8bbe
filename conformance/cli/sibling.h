#pragma once

#include <string>
#include <vector>

namespace netioconf::conformance {

// Becomes the program of that name which stands beside this one, with these arguments: subcommands that
// need what this folder may not include. Returns only if it can't, with the exit status.
[[nodiscard]] int become_sibling(const std::string& name, std::vector<std::string> arguments);

}  // namespace netioconf::conformance
