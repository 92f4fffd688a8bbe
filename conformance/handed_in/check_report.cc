#include "conformance/handed_in/check_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/handed_in/handed_in_report.h"
#include "corpora/files/files.h"
#include "reports/diff/same_result.h"
#include "reports/model/report.h"
#include "reports/stored/gzip.h"
#include "reports/stored/json.h"
#include "reports/stored/read.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"

namespace netioconf::conformance::handed_in {
namespace {

namespace fs = std::filesystem;
using reports::words::about_file;

CheckedReport wrong(std::string words) { return {CheckResult::wrong, std::move(words)}; }

CheckedReport not_repeated(const fs::path& file, const NotRepeated& why) {
  if (why.can_run_here)
    return wrong(about_file(file.string(), "its command makes no report: " + why.why));
  return {CheckResult::not_run, about_file(file.string(), why.why)};
}

CheckedReport compared(const HandedInReport& handed_in, const reports::Report& again) {
  constexpr std::size_t shown = 3;
  std::vector<std::string> differences = reports::diff::result_differences(handed_in.report, again);
  if (differences.empty()) {
    return {
        CheckResult::reproduced,
        about_file(handed_in.file.string(),
                   fmt::format("{}; {} and {} as before", reports::Outcome::Value_Name(again.outcome()),
                               reports::words::count_text(again.rules_size(), "rule"),
                               reports::words::count_text(again.readings_size(), "reading")))};
  }
  const std::size_t all = differences.size();
  differences.resize(std::min(all, shown));
  return wrong(about_file(
      handed_in.file.string(),
      fmt::format("its command gives another result: {}{} (netioconf matrix --check {} --update)",
                  fmt::join(differences, "; "),
                  all > shown ? fmt::format("; and {} more", all - shown) : "",
                  handed_in.folder.string())));
}

// Replaces the report in the folder, compressed and without the exports. The result is why that failed.
std::string keep_small(reports::Report report, const fs::path& folder) {
  reports::omit_exports(report);
  const auto written = corpora::files::write_file(
      folder / "report.json.gz", reports::stored::gzip(reports::stored::json_text(report)));
  std::error_code ignored;
  if (written) fs::remove(folder / "report.json", ignored);
  return written ? "" : corpora::files::describe(written.error());
}

}  // namespace

CheckedReport check_report(const fs::path& folder, const RunNetioconf& run) {
  const auto handed_in = read_handed_in(folder);
  if (!handed_in) return wrong(handed_in.error());
  const auto again = repeat(handed_in->report, run);
  return again ? compared(*handed_in, *again) : not_repeated(handed_in->file, again.error());
}

CheckedReport update_report(const fs::path& folder, const RunNetioconf& run) {
  const fs::path file = reports::stored::report_path(folder);
  auto report = reports::stored::read_report(file);
  if (!report) return wrong(report.error());
  auto again = repeat(*report, run);
  if (!again && again.error().can_run_here) return not_repeated(file, again.error());
  const std::string failure = keep_small(again ? *again : *report, folder);
  if (!failure.empty()) return wrong(failure);
  const auto handed_in = read_handed_in(folder);
  if (!handed_in) return wrong(handed_in.error());
  return again ? compared(*handed_in, *again) : not_repeated(handed_in->file, again.error());
}

}  // namespace netioconf::conformance::handed_in
