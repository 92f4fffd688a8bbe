#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "conformance/implementations/wine/wine.h"

namespace netioconf::conformance::repository {

// The committed scripts, lists of known deviations and findings: below the current folder if they exist
// there, else in the source folder of this build.
[[nodiscard]] std::filesystem::path committed_scripts();
[[nodiscard]] std::filesystem::path committed_known_lists();
[[nodiscard]] std::filesystem::path committed_findings();
[[nodiscard]] std::filesystem::path committed_sentences();

// The named file, or the committed script with that name, as "route.lifetimes/equal".
[[nodiscard]] std::filesystem::path script_path(const std::filesystem::path& named);

// The programs for Windows, Wine's own files, and the command that runs a program in its own network.
[[nodiscard]] implementations::wine::WinePlaces wine_places();

// Creates an empty temporary folder. It is not deleted at exit. The error is one line.
[[nodiscard]] std::expected<std::filesystem::path, std::string> new_temporary_folder();

}  // namespace netioconf::conformance::repository
