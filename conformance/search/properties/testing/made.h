#pragma once

#include <memory>
#include <string>

#include "conformance/execution/implementation.h"

namespace netioconf::conformance::search::properties {

// The implementation of that name, as `check --implementation` makes it.
[[nodiscard]] std::unique_ptr<execution::Implementation> made(const std::string& name);

}  // namespace netioconf::conformance::search::properties
