#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"

namespace netioconf::conformance::linux_kernel {

// The documented calls on the Linux kernel's own tables, in network namespaces that this function and
// resets make for this process, which must have one thread only and is not fit for anything else
// afterwards. The error says in one line why the machine does not permit it.
[[nodiscard]] std::expected<std::unique_ptr<Api>, std::string> linux_api();

}  // namespace netioconf::conformance::linux_kernel
