#include "corpora/merge/file_set.h"

#include <functional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "corpora/files/files.h"
#include "corpora/text/fingerprint.h"

namespace netioconf::corpora::merge {
namespace {

namespace fs = std::filesystem;

// Where a file with this relative path and this content goes; empty: nowhere.
using PlaceOf = std::function<fs::path(const fs::path& path, const std::string& content)>;

std::expected<void, std::string> add(const fs::path& folder, const PlaceOf& place_of, FileSet& files) {
  const auto paths = files::files_below(folder);
  if (!paths) return std::unexpected(files::describe(paths.error()));
  for (const fs::path& path : *paths) {
    auto content = files::read_file(path);
    if (!content) return std::unexpected(files::describe(content.error()));
    const fs::path place = place_of(path.lexically_relative(folder), *content);
    if (place.empty()) continue;
    files.emplace(place.generic_string(), *std::move(content));
  }
  return {};
}

}  // namespace

std::string content_name(std::string_view content) { return text::Fingerprint{content}.hex(); }

std::expected<void, std::string> add_corpus(const fs::path& folder, FileSet& files,
                                            std::string_view ending) {
  return add(
      folder,
      [ending](const fs::path& path, const std::string& content) -> fs::path {
        return path.string().ends_with(ending) ? content_name(content) : "";
      },
      files);
}

std::expected<void, std::string> add_scripts(const fs::path& folder, FileSet& files) {
  return add(
      folder,
      [](const fs::path& path, const std::string& content) {
        const std::string ending = "_" + content_name(content);
        std::string stem = path.stem().string();
        if (!stem.ends_with(ending)) stem += ending;
        return path.parent_path() / (stem + path.extension().string());
      },
      files);
}

std::expected<void, std::string> write(const FileSet& files, const fs::path& folder) {
  std::vector<files::File> written;
  std::set<fs::path> folders;
  for (const auto& [path, content] : files) {
    written.push_back({folder / path, content});
    folders.insert(written.back().path.parent_path());
  }
  for (const fs::path& each : folders) {
    std::error_code error;
    fs::create_directories(each, error);
    if (error) {
      return std::unexpected(
          files::describe(files::refused_by_system(each, "can't be created", error.value())));
    }
  }
  const auto result = files::write_files(written);
  if (!result) return std::unexpected(files::describe(result.error()));
  return {};
}

}  // namespace netioconf::corpora::merge
