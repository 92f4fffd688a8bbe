#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "conformance/implementations/wine/wine.h"

namespace netioconf::conformance {

// The committed scripts, lists of known deviations and findings: below the present folder if they are
// there, else where this program was built from.
[[nodiscard]] std::filesystem::path committed_scripts();
[[nodiscard]] std::filesystem::path committed_known_lists();
[[nodiscard]] std::filesystem::path committed_findings();
[[nodiscard]] std::filesystem::path committed_sentences();

// A file as it is named, or the committed script with that name, as "route.lifetimes/equal".
[[nodiscard]] std::filesystem::path script_path(const std::filesystem::path& named);

// What runs on Windows, Wine's own files, and the command that gives a program a network of its own.
[[nodiscard]] WinePlaces wine_places();

// An empty folder among the temporary ones, which stays. The error is one line.
[[nodiscard]] std::expected<std::filesystem::path, std::string> new_temporary_folder();

}  // namespace netioconf::conformance
