#include "reports/writers/write.h"

#include <system_error>
#include <utility>

#include "reports/stored/read.h"

namespace netioconf::reports::writers {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> failure(const fs::path& path, std::string what) {
  return std::unexpected{corpora::files::describe(
      {.path = path.string(), .what = std::move(what), .remedy = "fix the path or choose another one"})};
}

}  // namespace

std::expected<void, std::string> write_folder(const fs::path& folder,
                                              std::vector<corpora::files::File> files) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return failure(folder, "can't be created: " + error.message());
  if (!fs::is_directory(folder, error)) return failure(folder, "is not a folder");
  for (corpora::files::File& file : files) file.path = folder / file.path;
  const auto written = corpora::files::write_files(files);
  if (!written) return std::unexpected{describe(written.error())};
  return {};
}

std::expected<void, std::string> write_result(const Source& source, const fs::path& folder) {
  std::vector<corpora::files::File> files;
  std::vector<std::string_view> missing;
  for (const Format& format : formats()) {
    std::string content = format.write(source);
    if (content.empty()) missing.push_back(format.file);
    if (!content.empty()) files.push_back({format.file, std::move(content)});
  }
  auto written = write_folder(folder, std::move(files));
  std::error_code ignored;
  missing.push_back(stored::unfinished_name);
  for (const std::string_view file : missing) {
    if (written) fs::remove(folder / file, ignored);
  }
  return written;
}

}  // namespace netioconf::reports::writers
