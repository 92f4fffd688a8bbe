#pragma once

#include <expected>
#include <string>
#include <vector>

#include "conformance/implementations/child/piped_process.h"

namespace netioconf::conformance::implementations::process::commands {

// Starts a program, found as by a shell, in a process group of its own. The pipes are its standard
// streams, and it has no other descriptors. The error states in one line why it cannot be started.
[[nodiscard]] std::expected<child::PipedProcess, std::string> spawn(
    const std::vector<std::string>& words);

}  // namespace netioconf::conformance::implementations::process::commands
