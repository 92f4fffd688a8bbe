#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace netioconf::conformance::repository {

// The committed scripts, lists of known deviations and findings: below the current folder if they exist
// there, else in the source folder of this build.
[[nodiscard]] std::filesystem::path committed_scripts();
[[nodiscard]] std::filesystem::path committed_known_lists();
[[nodiscard]] std::filesystem::path committed_findings();
[[nodiscard]] std::filesystem::path committed_sentences();

// The named file, or the committed script with that name, as "route.lifetimes/equal".
[[nodiscard]] std::filesystem::path script_path(const std::filesystem::path& named);

// The source folder of this build, and the folder of the programs for Windows, which the preset
// `windows` builds.
[[nodiscard]] std::filesystem::path source_folder();
[[nodiscard]] std::filesystem::path windows_programs();

// Creates an empty temporary folder. It is not deleted at exit. The error is one line.
[[nodiscard]] std::expected<std::filesystem::path, std::string> new_temporary_folder();

}  // namespace netioconf::conformance::repository
