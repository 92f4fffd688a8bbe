#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"

namespace netioconf::conformance::implementations::library {

// The functions that a shared library exports under their documented names, in this process. The library
// is never unloaded, because its threads may call back later. The error is one line: what, where, how to
// fix it.
[[nodiscard]] std::expected<std::unique_ptr<Api>, std::string> load_library(const std::string& path);

}  // namespace netioconf::conformance::implementations::library
