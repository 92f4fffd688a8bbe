#include "reports/writers/write.h"

#include <system_error>
#include <utility>

#include "reports/writers/html.h"
#include "reports/writers/json.h"
#include "reports/writers/junit.h"
#include "reports/writers/markdown.h"
#include "reports/writers/mutation_score.h"
#include "reports/writers/sarif.h"

namespace netioconf::reports::writers {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> failure(const fs::path& path, std::string what) {
  return std::unexpected{corpora::files::describe({.path = path.string(),
                                                   .line = 0,
                                                   .column = 0,
                                                   .what = std::move(what),
                                                   .remedy = "fix the path or choose another one"})};
}

}  // namespace

std::expected<void, std::string> write_folder(const fs::path& directory,
                                              std::vector<corpora::files::File> files) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) return failure(directory, "can't be created: " + error.message());
  if (!fs::is_directory(directory, error)) return failure(directory, "is not a folder");
  for (corpora::files::File& file : files) file.path = directory / file.path;
  const auto written = corpora::files::write_files(files);
  if (!written) return std::unexpected{describe(written.error())};
  return {};
}

std::expected<void, std::string> write_with_page(const fs::path& directory,
                                                 std::vector<corpora::files::File> files,
                                                 std::string page) {
  const bool has_page = !page.empty();
  if (has_page) files.push_back({"index.html", std::move(page)});
  auto written = write_folder(directory, std::move(files));
  std::error_code ignored;
  if (written && !has_page) fs::remove(directory / "index.html", ignored);
  return written;
}

std::expected<void, std::string> write_reports(const Report& report, const fs::path& directory) {
  const bool is_score = is_mutation_score(report);
  return write_with_page(directory,
                         {{"report.json", json(report)},
                          {"junit.xml", is_score ? mutation_score_junit(report) : junit(report)},
                          {"results.sarif", is_score ? mutation_score_sarif(report) : sarif(report)},
                          {"summary.md", is_score ? mutation_score_markdown(report) : markdown(report)}},
                         html(report));
}

}  // namespace netioconf::reports::writers
