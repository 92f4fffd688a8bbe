#pragma once

#include <filesystem>

namespace netioconf::conformance {

// The committed scripts and lists of known deviations: below the present folder if they are there, else
// where this program was built from.
[[nodiscard]] std::filesystem::path committed_scripts();
[[nodiscard]] std::filesystem::path committed_known_lists();

}  // namespace netioconf::conformance
