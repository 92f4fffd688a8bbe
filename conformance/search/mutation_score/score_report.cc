#include "conformance/search/mutation_score/score_report.h"

#include <algorithm>

#include "reports/model/exit_status.h"
#include "reports/model/program_version.h"
#include "reports/stored/read.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::search::mutation_score {
namespace {

using reports::MutantResult;
using reports::Report;

constexpr const char* report_name = "mutants of the emulator";

// The report of earlier searches in the folder.
std::expected<Report, std::string> previous_report(const std::filesystem::path& out) {
  const std::filesystem::path path = out / "report.json";
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return Report{};
  auto report = reports::stored::read_report(path);
  if (report && report->implementation() == report_name) return report;
  return std::unexpected(path.string() + ": it is not a report on mutants (name another folder)");
}

std::expected<void, std::string> write(const MutationScoreReport& where,
                                       const std::vector<MutantResult>& results) {
  const auto previous = previous_report(where.out);
  if (!previous) return std::unexpected(previous.error());
  Report report;
  report.set_implementation(report_name);
  report.set_command(where.command);
  report.set_version(reports::program_version());
  for (const MutantResult& one : previous->mutants()) {
    const bool repeated = std::any_of(results.begin(), results.end(),
                                      [&](const MutantResult& other) { return other.by() == one.by(); });
    if (!repeated) *report.add_mutants() = one;
  }
  report.mutable_mutants()->Add(results.begin(), results.end());
  reports::settle(report);
  return reports::writers::write_result(reports::writers::source_of(report), where.out);
}

}  // namespace

std::expected<void, std::string> check_place(const MutationScoreReport& report) {
  if (report.out.empty()) return {};
  const auto before = previous_report(report.out);
  if (!before) return std::unexpected(before.error());
  return {};
}

int report_mutation_score(const MutationScoreReport& report, std::vector<MutantResult> results) {
  if (!report.out.empty()) {
    if (const auto written = write(report, results); !written)
      return reports::could_not_run(written.error());
  }
  const bool all_caught = std::all_of(results.begin(), results.end(),
                                      [](const MutantResult& one) { return one.has_caught_after_s(); });
  return all_caught ? reports::exit_conforms : reports::exit_deviates;
}

}  // namespace netioconf::conformance::search::mutation_score
