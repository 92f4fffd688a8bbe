#pragma once

#include <filesystem>

namespace netioconf::conformance {

// The committed scripts and lists of known deviations: below the present folder if they are there, else
// where this program was built from.
[[nodiscard]] std::filesystem::path committed_scripts();
// A file as it is named, or the committed script with that name, as "route.lifetimes/equal".
[[nodiscard]] std::filesystem::path script_path(const std::filesystem::path& named);

[[nodiscard]] std::filesystem::path committed_known_lists();

}  // namespace netioconf::conformance
