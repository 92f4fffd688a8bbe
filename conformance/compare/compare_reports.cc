#include "conformance/compare/compare_reports.h"

#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "reports/words/escape.h"
#include "reports/words/replay.h"

namespace netioconf::conformance::compare {
namespace {

namespace fs = std::filesystem;

std::expected<reports::diff::Stored, std::string> read_report(const fs::path& path) {
  std::error_code ignored;
  const std::string shown = reports::words::legible(path.string());
  if (!fs::exists(path, ignored))
    return std::unexpected(shown + ": no such file (name a report.json or its folder)");
  std::ifstream stream{path, std::ios::binary};
  std::ostringstream content;
  content << stream.rdbuf();
  if (!fs::is_regular_file(path, ignored) || !stream) {
    return std::unexpected(shown + ": cannot be read (name a report.json)");
  }
  return reports::diff::parse_stored(content.str(), path.string());
}

}  // namespace

fs::path report_at(const fs::path& place) {
  std::error_code ignored;
  const fs::path inside = place / "report.json";
  if (fs::is_regular_file(inside, ignored)) return inside;
  return place.extension() == ".json" ? place : fs::path{};
}

std::expected<reports::diff::Changes, std::string> compare_reports(
    const fs::path& before, const fs::path& after, const reports::Invocation& invocation) {
  auto old = read_report(before);
  if (!old) return std::unexpected(old.error());
  auto now = read_report(after);
  if (!now) return std::unexpected(now.error());
  return reports::diff::changes_between(*std::move(old), *std::move(now),
                                        reports::words::command_line(invocation));
}

}  // namespace netioconf::conformance::compare
