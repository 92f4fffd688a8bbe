#include "conformance/repository/repository_paths.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <system_error>
#include <vector>

namespace netioconf::conformance::repository {
namespace {

namespace fs = std::filesystem;

constexpr const char* scripts = "corpora/scripts";
constexpr const char* installed = "share/netioconf";

// A folder of another project may have scripts.
bool has_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / scripts, ignored) &&
         fs::is_regular_file(folder / "oracle/sentences.tsv", ignored);
}

fs::path this_program() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

// The data in a folder that the user names: itself or, if it is the prefix of an installation, below it.
// The folder of a test may have only some scripts. nullopt: there are none.
std::optional<fs::path> data_named(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::path& data : {folder, folder / installed})
    if (fs::is_directory(data / scripts, ignored)) return data;
  return std::nullopt;
}

DataPlaces places_here() {
  const char* const home = getenv("NETIOCONF_HOME");
  static const fs::path program = this_program();
  return {.home = home == nullptr ? "" : home, .program = program};
}

fs::path below_data(const fs::path& folder) { return data_folder(places_here()) / folder; }

bool is_inside(const fs::path& path, const fs::path& folder) {
  std::error_code ignored;
  const fs::path outer = fs::weakly_canonical(folder, ignored);
  const fs::path inner = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
  const fs::path rest = inner.lexically_relative(outer);
  return !rest.empty() && *rest.begin() != "..";
}

}  // namespace

fs::path data_folder(const DataPlaces& places) {
  if (!places.home.empty()) return data_named(places.home).value_or(places.home);
  if (has_data(places.current)) return places.current;
  for (fs::path folder = places.program; folder.has_relative_path();) {
    folder = folder.parent_path();
    if (has_data(folder)) return folder;
    if (has_data(folder / installed)) return folder / installed;
  }
  return source_folder();
}

bool is_installed(const fs::path& path, const DataPlaces& places) {
  const fs::path data = data_folder({.current = "/", .program = places.program});
  return data.string().ends_with(std::string{"/"} + installed) && is_inside(path, data);
}

std::optional<fs::path> scripts_to_change(const DataPlaces& places) {
  std::vector<fs::path> candidates{places.current / scripts};
  if (const auto data = data_named(places.home); !places.home.empty() && data)
    candidates.push_back(*data / scripts);
  std::error_code ignored;
  for (const fs::path& folder : candidates)
    if (fs::is_directory(folder, ignored) && !is_installed(folder, places)) return folder;
  return std::nullopt;
}

bool is_installed(const fs::path& path) { return is_installed(path, places_here()); }

std::optional<fs::path> scripts_to_change() { return scripts_to_change(places_here()); }

std::string problem_with_home() {
  const fs::path home = places_here().home;
  if (home.empty() || data_named(home)) return {};
  return fmt::format(
      "NETIOCONF_HOME={}: has no folder {} (name a source tree or an installation, or unset it)",
      home.string(), scripts);
}

fs::path committed_scripts() { return below_data(scripts); }

std::filesystem::path script_path(const std::filesystem::path& named) {
  std::error_code ignored;
  if (std::filesystem::exists(named, ignored)) return named;
  const std::filesystem::path committed = committed_scripts() / (named.string() + ".textproto");
  return std::filesystem::exists(committed, ignored) ? committed : named;
}

std::vector<fs::path> scripts_named(std::vector<fs::path> named) {
  if (named.empty()) named.push_back(committed_scripts());
  return named;
}

std::filesystem::path committed_known_lists() { return below_data("conformance/known"); }

std::filesystem::path source_folder() { return NETIOCONF_PROJECT_DIR; }

std::filesystem::path windows_programs() {
  const fs::path beside = this_program().parent_path() / "windows";
  std::error_code ignored;
  return fs::is_directory(beside, ignored) ? beside : fs::path{NETIOCONF_WINDOWS_DIR};
}

std::filesystem::path wine_prefixes() {
  if (has_data(source_folder())) return source_folder() / "build/wine";
  const char* const cache = getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return fs::path{cache} / "netioconf/wine";
  const char* const home = getenv("HOME");
  return fs::path{home == nullptr ? "/tmp" : home} / ".cache/netioconf/wine";
}

std::filesystem::path own_network() {
  // A program: never from the current folder.
  const fs::path data = data_folder({.current = "/", .program = this_program()});
  return data / "conformance/implementations/wine/own_network";
}

std::expected<std::filesystem::path, std::string> new_temporary_folder() {
  std::error_code error;
  const std::filesystem::path base = std::filesystem::temp_directory_path(error);
  std::string name = (base / "netioconf-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr)
    return std::unexpected(name + ": cannot be created (name a folder with --out)");
  return name;
}

std::filesystem::path committed_sentences() { return below_data("oracle/sentences.tsv"); }

std::filesystem::path committed_findings() { return below_data("reports/findings"); }

std::filesystem::path committed_traces() { return below_data("corpora/traces"); }

}  // namespace netioconf::conformance::repository
