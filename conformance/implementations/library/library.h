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

// The same in a copy of a process that may have loaded the library before: it is unloaded first, so that
// it has no memory of earlier calls. A copy has none of its threads.
[[nodiscard]] std::expected<std::unique_ptr<Api>, std::string> load_library_anew(
    const std::string& path);

}  // namespace netioconf::conformance::implementations::library
