#pragma once

#include <memory>
#include <string>

#include "conformance/execution/implementation.h"

namespace netioconf::conformance::execution {

// The implementation of that name, as `check --implementation` makes it.
[[nodiscard]] std::unique_ptr<Implementation> implementation_named(const std::string& name);

}  // namespace netioconf::conformance::execution
