#pragma once

#include <filesystem>

namespace netioconf::conformance::cli {

// Prints the address of a report's page and opens it if there is a desktop. `place` is a folder that
// --out wrote, or a page. The result is the exit status.
[[nodiscard]] int view(const std::filesystem::path& place);

}  // namespace netioconf::conformance::cli
