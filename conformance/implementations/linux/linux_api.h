#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"

namespace netioconf::conformance::implementations::linux {

// The documented calls on the Linux kernel's own tables. This function and resets move the process into
// new network namespaces. The process must have one thread only, and must do nothing else afterwards.
// The error states in one line why the machine does not permit it.
[[nodiscard]] std::expected<std::unique_ptr<Api>, std::string> linux_api();

}  // namespace netioconf::conformance::implementations::linux
