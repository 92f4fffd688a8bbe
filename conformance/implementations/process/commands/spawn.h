#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "conformance/implementations/api/descriptor.h"
#include "conformance/implementations/child/process.h"

namespace netioconf::conformance::implementations::process::commands {

// A program and our ends of its standard descriptors, which do not block.
struct Spawned {
  child::Process process;
  Descriptor in;  // for writing
  Descriptor out;
  Descriptor error;
};

// Starts a program, found as by a shell, in a process group of its own and without other descriptors.
// The error states in one line why it cannot be started.
[[nodiscard]] std::expected<Spawned, std::string> spawn(const std::vector<std::string>& words);

}  // namespace netioconf::conformance::implementations::process::commands
