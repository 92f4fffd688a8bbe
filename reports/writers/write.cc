#include "reports/writers/write.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "reports/words/escape.h"
#include "reports/writers/html.h"
#include "reports/writers/json.h"
#include "reports/writers/junit.h"
#include "reports/writers/markdown.h"
#include "reports/writers/mutation_score.h"
#include "reports/writers/sarif.h"

namespace netioconf::reports::writers {
namespace {

namespace fs = std::filesystem;

using Written = std::expected<void, std::string>;

fs::path unfinished(const fs::path& path) { return path.string() + ".part"; }

std::unexpected<std::string> failure(std::string_view what, const fs::path& path, std::string_view why) {
  return std::unexpected{
      fmt::format("cannot {} {}: {}; free some space, fix the path or choose another one", what,
                  words::legible(path.string()), why)};
}

std::string last_error() { return errno == 0 ? "unknown error" : std::strerror(errno); }

// Closes the stream, too: a full disk may be reported only then.
Written write_unfinished(const File& file) {
  errno = 0;
  std::ofstream stream{unfinished(file.path), std::ios::binary | std::ios::trunc};
  if (!stream) return failure("write", file.path, last_error());
  stream.write(file.content.data(), static_cast<std::streamsize>(file.content.size()));
  stream.close();
  if (!stream) return failure("write", file.path, last_error());
  return {};
}

// A rename replaces anything except a directory, so only a directory is an error.
Written check_place(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return failure("write", path, "a directory has this name");
  return {};
}

void remove_unfinished(const std::vector<File>& files) {
  std::error_code ignored;
  for (const File& file : files) fs::remove(unfinished(file.path), ignored);
}

Written write_all_unfinished(const std::vector<File>& files) {
  for (const File& file : files) {
    if (auto checked = check_place(file.path); !checked) return checked;
    if (auto written = write_unfinished(file); !written) return written;
  }
  return {};
}

Written rename_all(const std::vector<File>& files) {
  for (const File& file : files) {
    std::error_code error;
    fs::rename(unfinished(file.path), file.path, error);
    if (error) return failure("write", file.path, error.message());
  }
  return {};
}

Written write_files(const std::vector<File>& files) {
  Written written = write_all_unfinished(files);
  if (written) written = rename_all(files);
  if (!written) remove_unfinished(files);
  return written;
}

}  // namespace

std::expected<void, std::string> write_folder(const fs::path& directory,
                                              const std::vector<File>& files) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) return failure("make the directory", directory, error.message());
  if (!fs::is_directory(directory, error))
    return failure("write into", directory, "it is not a directory");
  std::vector<File> placed;
  for (const File& file : files) placed.push_back({directory / file.path, file.content});
  return write_files(placed);
}

std::expected<void, std::string> write_reports(const Report& report, const fs::path& directory) {
  const bool is_score = is_mutation_score(report);
  return write_folder(directory,
                      {{"report.json", json(report)},
                       {"junit.xml", is_score ? mutation_score_junit(report) : junit(report)},
                       {"results.sarif", is_score ? mutation_score_sarif(report) : sarif(report)},
                       {"summary.md", is_score ? mutation_score_markdown(report) : markdown(report)},
                       {"index.html", html(report)}});
}

std::expected<void, std::string> write_file(const fs::path& path, const std::string& content) {
  return write_files({{path, content}});
}

}  // namespace netioconf::reports::writers
