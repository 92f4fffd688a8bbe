#include "conformance/repository/repository_paths.h"

#include <stdlib.h>

#include <system_error>

namespace netioconf::conformance::repository {
namespace {

std::filesystem::path below_project(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored)) return folder;
  return source_folder() / folder;
}

}  // namespace

std::filesystem::path committed_scripts() { return below_project("corpora/scripts"); }

std::filesystem::path script_path(const std::filesystem::path& named) {
  std::error_code ignored;
  if (std::filesystem::exists(named, ignored)) return named;
  const std::filesystem::path committed = committed_scripts() / (named.string() + ".textproto");
  return std::filesystem::exists(committed, ignored) ? committed : named;
}

std::filesystem::path committed_known_lists() { return below_project("conformance/known"); }

std::filesystem::path source_folder() { return NETIOCONF_PROJECT_DIR; }

std::filesystem::path windows_programs() { return NETIOCONF_WINDOWS_DIR; }

std::expected<std::filesystem::path, std::string> new_temporary_folder() {
  std::error_code error;
  const std::filesystem::path base = std::filesystem::temp_directory_path(error);
  std::string name = (base / "netioconf-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr)
    return std::unexpected(name + ": cannot be created (name a folder with --out)");
  return name;
}

std::filesystem::path committed_sentences() { return below_project("oracle/sentences.tsv"); }

std::filesystem::path committed_findings() { return below_project("reports/findings"); }

}  // namespace netioconf::conformance::repository
