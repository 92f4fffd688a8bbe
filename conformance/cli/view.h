#pragma once

#include <filesystem>

namespace netioconf::conformance {

// Opens the page of a report, and says where it is. Where there is no desktop that is all. `place` is a
// folder that --out wrote, or a page itself. The result is the exit status.
[[nodiscard]] int view(const std::filesystem::path& place);

}  // namespace netioconf::conformance
