#include "conformance/known/find_known_list.h"

#include <fmt/format.h>

#include <ctime>

#include "conformance/implementations/kinds.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"

namespace netioconf::conformance::known {

std::optional<std::filesystem::path> committed_known_list(const std::string& implementation) {
  const auto name = implementations::known_list_name_of(implementation);
  if (!name) return std::nullopt;
  return repository::committed_known_lists() / (*name + ".textproto");
}

std::expected<reports::known::Known, std::string> read_known_list(const std::filesystem::path& path) {
  const auto text = corpora::files::read_file(path);
  if (!text) return std::unexpected(corpora::files::describe(text.error()));
  return reports::known::parse_known(*text, path.string());
}

std::expected<std::optional<reports::known::Known>, std::string> read_committed_known_list(
    const std::string& implementation) {
  const auto path = committed_known_list(implementation);
  std::error_code ignored;
  if (!path || !std::filesystem::exists(*path, ignored)) return std::nullopt;
  return read_known_list(*path);
}

std::expected<std::optional<reports::known::Known>, std::string> read_known_list_named(
    const std::filesystem::path& named, const std::string& implementation) {
  if (named == "none") return std::nullopt;
  if (named.empty()) return read_committed_known_list(implementation);
  return read_known_list(named);
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace netioconf::conformance::known
