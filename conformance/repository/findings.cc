#include "conformance/repository/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"

namespace netioconf::conformance::repository {
namespace {

// A page puts names between grave accents.
bool is_about(const std::string& page, const std::vector<std::string>& ids) {
  return std::ranges::any_of(
      ids, [&](const std::string& id) { return page.find("`" + id + "`") != page.npos; });
}

std::string title_of(const std::string& page) {
  const std::string first = page.substr(0, page.find('\n'));
  return first.starts_with("# ") ? first.substr(2) : first;
}

// The pages of findings; empty if the folder cannot be read.
std::vector<std::filesystem::path> pages() {
  auto files = corpora::files::files_below(committed_findings());
  if (!files) return {};
  std::erase_if(*files, [](const std::filesystem::path& file) {
    return file.extension() != ".md" || file.filename() == "README.md";
  });
  return *std::move(files);
}

}  // namespace

std::vector<std::string> finding_names() {
  std::vector<std::string> names;
  for (const auto& page : pages()) names.push_back(page.stem().string());
  return names;
}

std::optional<std::string> finding_page(const std::string& id) {
  if (id == "README" || id.find_first_of("/.") != std::string::npos) return std::nullopt;
  const auto page = corpora::files::read_file(committed_findings() / (id + ".md"));
  return page ? std::optional{*page} : std::nullopt;
}

void print_findings_about(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& file : pages()) {
    const auto page = corpora::files::read_file(file);
    if (page && is_about(*page, ids)) {
      text += fmt::format("  {} (reports/findings/{})\n", title_of(*page), file.filename().string());
    }
  }
  if (!text.empty()) fmt::print("\npages about it\n{}", text);
}

}  // namespace netioconf::conformance::repository
