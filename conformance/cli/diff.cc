#include "conformance/cli/diff.h"

#include <fstream>
#include <sstream>

#include "conformance/compare/diff_run.h"
#include "conformance/export/reproducers.h"
#include "reports/diff/render/changes_formats.h"
#include "reports/diff/render/comparison_text.h"
#include "reports/diff/render/write_diff.h"
#include "reports/model/exit_status.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;

// The report.json that an argument names; empty: it names none.
fs::path report_at(const std::string& place) {
  std::error_code ignored;
  const fs::path inside = fs::path{place} / "report.json";
  if (fs::is_regular_file(inside, ignored)) return inside;
  return fs::path{place}.extension() == ".json" ? fs::path{place} : fs::path{};
}

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

int compare_reports(const compare::DiffOptions& options, const fs::path& before, const fs::path& after) {
  auto old = read_report(before);
  if (!old) return reports::could_not_run(old.error());
  auto now = read_report(after);
  if (!now) return reports::could_not_run(now.error());
  const std::string command = reports::words::shell_word(options.program) + " diff " +
                              reports::words::shell_word(before.string()) + " " +
                              reports::words::shell_word(after.string());
  const reports::diff::Changes changes =
      reports::diff::changes_between(*std::move(old), *std::move(now), command);
  if (options.out) {
    const auto written = reports::diff::render::write_changes(changes, *options.out);
    if (!written) return reports::could_not_run(written.error());
  }
  fmt::print("{}", reports::diff::render::text(changes));
  return reports::diff::changes_count(changes) == 0 ? reports::exit_conforms : reports::exit_deviates;
}

int compare_implementations(const compare::DiffOptions& options, const std::vector<std::string>& names) {
  if (names.size() < 2) {
    return reports::could_not_run("diff: it needs two implementations or two reports, but got " +
                                  (names.empty() ? "none" : "only " + names.front()) +
                                  " (see the examples in netioconf diff --help)");
  }
  const auto comparison = compare::compare(options, names);
  if (!comparison) return reports::could_not_run(comparison.error());
  if (comparison->scripts == 0) {
    const auto& left_out = comparison->left_out;
    return reports::could_not_run("diff: nothing was compared" +
                                  (left_out.empty() ? "" : " (" + left_out.front().why + ")"));
  }
  if (options.out) {
    const auto written =
        reports::diff::render::write_comparison(exporting::with_reproducers(*comparison), *options.out);
    if (!written) return reports::could_not_run(written.error());
  }
  fmt::print("{}", reports::diff::render::text(*comparison));
  return reports::diff::differences_count(*comparison) == 0 ? reports::exit_conforms
                                                            : reports::exit_deviates;
}

}  // namespace

int diff(const compare::DiffOptions& options) {
  std::vector<fs::path> reports;
  for (const std::string& place : options.places) {
    if (const fs::path report = report_at(place); !report.empty()) reports.push_back(report);
  }
  std::vector<std::string> names = options.implementations;
  names.insert(names.end(), options.places.begin(), options.places.end());
  if (reports.empty()) return compare_implementations(options, names);
  if (reports.size() == 2 && names.size() == 2)
    return compare_reports(options, reports.front(), reports.back());
  return reports::could_not_run(reports.front().string() +
                                ": a report can be compared with one other report only (netioconf diff "
                                "old/report.json new/report.json)");
}

}  // namespace netioconf::conformance::cli
