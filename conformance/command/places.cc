#include "conformance/command/places.h"

namespace netioconf::conformance {
namespace {

std::filesystem::path below_project(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored)) return folder;
  return std::filesystem::path{NETIOCONF_PROJECT_DIR} / folder;
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

std::filesystem::path committed_sentences() { return below_project("oracle/sentences.tsv"); }

std::filesystem::path committed_findings() { return below_project("reports/findings"); }

}  // namespace netioconf::conformance
