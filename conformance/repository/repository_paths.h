#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace netioconf::conformance::repository {

// Where the committed data may be. An empty path is not searched, except that an empty `current` is the
// current folder.
struct DataPlaces {
  std::filesystem::path home;     // NETIOCONF_HOME
  std::filesystem::path current;  // a folder
  std::filesystem::path program;  // a file
};

// The folder with the committed data: `home` or share/netioconf in it, else the current folder, else the
// nearest one above the program or share/netioconf in one of these, else the source folder of this
// build.
[[nodiscard]] std::filesystem::path data_folder(const DataPlaces& places);

// Whether a path belongs to the program's own installation. Nothing may be written there.
[[nodiscard]] bool is_installed(const std::filesystem::path& path, const DataPlaces& places);
[[nodiscard]] bool is_installed(const std::filesystem::path& path);

// The folder of scripts that a user may change: corpora/scripts in the current folder, else in `home`.
// nullopt: there is none.
[[nodiscard]] std::optional<std::filesystem::path> scripts_to_change(const DataPlaces& places);
[[nodiscard]] std::optional<std::filesystem::path> scripts_to_change();

// What is wrong with NETIOCONF_HOME, in one line; empty: nothing.
[[nodiscard]] std::string problem_with_home();

// The committed scripts, lists of known deviations, findings, traces and sentences in the data folder.
[[nodiscard]] std::filesystem::path committed_scripts();
[[nodiscard]] std::filesystem::path committed_known_lists();
[[nodiscard]] std::filesystem::path committed_findings();
[[nodiscard]] std::filesystem::path committed_traces();
[[nodiscard]] std::filesystem::path committed_sentences();

// The named file, or the committed script with that name, as "route.lifetimes/equal".
[[nodiscard]] std::filesystem::path script_path(const std::filesystem::path& named);

// The named scripts and folders; if there are none, the committed ones.
[[nodiscard]] std::vector<std::filesystem::path> scripts_named(std::vector<std::filesystem::path> named);

// The source folder of this build, and the folder of the programs for Windows, which the preset
// `windows` builds: beside this program, else where they were built.
[[nodiscard]] std::filesystem::path source_folder();
[[nodiscard]] std::filesystem::path windows_programs();

// Where Wine's own files are: in the build folder of the checkout that this program was built from, else
// in the user's cache. And the command that runs another one in a network of its own.
[[nodiscard]] std::filesystem::path wine_prefixes();
[[nodiscard]] std::filesystem::path own_network();

// Creates an empty temporary folder. It is not deleted at exit. The error is one line.
[[nodiscard]] std::expected<std::filesystem::path, std::string> new_temporary_folder();

}  // namespace netioconf::conformance::repository
