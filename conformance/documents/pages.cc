#include "conformance/documents/pages.h"

#include <cctype>

#include "corpora/files/files.h"

namespace netioconf::conformance::documents {

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char each : name) {
    plain += each == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
  }
  for (const std::string_view word : {"related-", "nf-netioapi-", "ns-netioapi-"}) {
    if (plain.starts_with(word)) plain.erase(0, word.size());
  }
  return plain;
}

std::expected<Pages, std::string> read_pages(const std::filesystem::path& folder) {
  const auto files = corpora::files::files_below(folder);
  if (!files) return std::unexpected(corpora::files::describe(files.error()));
  Pages pages;
  for (const auto& file : *files) {
    if (file.extension() != ".md") continue;
    const auto text = corpora::files::read_file(file);
    if (!text) return std::unexpected(corpora::files::describe(text.error()));
    pages[plain_name(file.stem().string())] = *text;
  }
  if (pages.empty()) {
    return std::unexpected(folder.string() +
                           ": it contains no page (name a folder with pages as NAME.md)");
  }
  return pages;
}

}  // namespace netioconf::conformance::documents
