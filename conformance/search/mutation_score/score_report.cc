#include "conformance/search/mutation_score/score_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/implementations/child/interruption.h"
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

std::expected<void, std::string> write(const MutationScoreReport& where, const TriedMutants& mutants) {
  const auto previous = previous_report(where.out);
  if (!previous) return std::unexpected(previous.error());
  Report report;
  report.set_implementation(report_name);
  report.set_command(where.command);
  report.set_version(reports::program_version());
  if (mutants.untried != 0) report.set_unfinished(implementations::child::interruption_text());
  for (const MutantResult& one : previous->mutants()) {
    const bool repeated = std::ranges::any_of(
        mutants.results, [&](const MutantResult& other) { return other.by() == one.by(); });
    if (!repeated) *report.add_mutants() = one;
  }
  report.mutable_mutants()->Add(mutants.results.begin(), mutants.results.end());
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

std::string tally_text(const TriedMutants& mutants, std::string_view how) {
  const auto caught = std::ranges::count_if(mutants.results, &MutantResult::has_caught_after_s);
  std::string text = fmt::format("{} of {} mutants are caught{}", caught, mutants.results.size(), how);
  if (mutants.untried == 0) return text;
  return text + fmt::format(", {} were not tried ({})", mutants.untried,
                            implementations::child::interruption_text());
}

int report_mutation_score(const MutationScoreReport& report, const TriedMutants& mutants) {
  if (!report.out.empty()) {
    if (const auto written = write(report, mutants); !written)
      return reports::could_not_run(written.error());
  }
  if (mutants.untried != 0) return reports::exit_could_not_run;
  const bool all_caught = std::ranges::all_of(mutants.results, &MutantResult::has_caught_after_s);
  return all_caught ? reports::exit_conforms : reports::exit_deviates;
}

}  // namespace netioconf::conformance::search::mutation_score
