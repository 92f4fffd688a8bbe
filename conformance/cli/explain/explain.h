#pragma once

#include <string>
#include <vector>

namespace netioconf::conformance {

struct ExplainOptions {
  std::string what;                          // a rule, a reading, a status or its number, a script
  std::vector<std::string> implementations;  // to be asked; empty: the emulator's personalities
};

// Prints what the pages promise and where, where they leave it open, what is known of implementations
// and what those that are asked do. The result is the exit status: 2 for a name that nothing has.
[[nodiscard]] int explain(const ExplainOptions& options);

}  // namespace netioconf::conformance
