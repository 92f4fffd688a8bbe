#pragma once

#include <expected>
#include <memory>
#include <string>

#include "conformance/implementations/api/api.h"

namespace netioconf::conformance {

// The functions that a shared library exports under their documented names, in this process. The library
// stays loaded for good, since its threads may go on calling back. The error is one line: what, where,
// how to mend it.
[[nodiscard]] std::expected<std::unique_ptr<Api>, std::string> load_library(const std::string& path);

}  // namespace netioconf::conformance
