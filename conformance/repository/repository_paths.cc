#include "conformance/repository/repository_paths.h"

#include <stdlib.h>

#include <system_error>

namespace netioconf::conformance::repository {
namespace {

namespace fs = std::filesystem;

// A folder of another project may have scripts.
bool has_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "corpora/scripts", ignored) &&
         fs::is_regular_file(folder / "oracle/sentences.tsv", ignored);
}

fs::path this_program() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

fs::path below_data(const fs::path& folder) {
  const char* const home = getenv("NETIOCONF_HOME");
  static const fs::path program = this_program();
  return data_folder({.home = home == nullptr ? "" : home, .current = "", .program = program}) / folder;
}

}  // namespace

fs::path data_folder(const DataPlaces& places) {
  if (!places.home.empty()) return places.home;
  if (has_data(places.current)) return places.current;
  for (fs::path folder = places.program; folder.has_relative_path();) {
    folder = folder.parent_path();
    if (has_data(folder)) return folder;
    if (has_data(folder / "share/netioconf")) return folder / "share/netioconf";
  }
  return source_folder();
}

std::filesystem::path committed_scripts() { return below_data("corpora/scripts"); }

std::filesystem::path script_path(const std::filesystem::path& named) {
  std::error_code ignored;
  if (std::filesystem::exists(named, ignored)) return named;
  const std::filesystem::path committed = committed_scripts() / (named.string() + ".textproto");
  return std::filesystem::exists(committed, ignored) ? committed : named;
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
  const fs::path data = data_folder({.home = "", .current = "/", .program = this_program()});
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

}  // namespace netioconf::conformance::repository
