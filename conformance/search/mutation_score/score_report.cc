#include "conformance/search/mutation_score/score_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpora/files/files.h"
#include "reports/model/exit_status.h"
#include "reports/writers/write.h"

namespace netioconf::conformance::search::mutation_score {
namespace {

using nlohmann::json;
using reports::MutantResult;

constexpr const char* report_name = "mutants of the emulator";

std::vector<MutantResult> results_in(const json& report) {
  std::vector<MutantResult> all;
  for (const json& one : report.at("hunted")) {
    MutantResult result{.mutant = one.at("mutant"), .rule = one.at("rule"), .by = one.at("by")};
    if (const json& after = one.at("caught_after_s"); !after.is_null()) result.caught_after_s = after;
    all.push_back(std::move(result));
  }
  return all;
}

// The results of earlier searches in the folder.
std::expected<std::vector<MutantResult>, std::string> previous_results(
    const std::filesystem::path& out) {
  const std::filesystem::path path = out / "report.json";
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::vector<MutantResult>{};
  const auto text = corpora::files::read_file(path);
  if (!text) return std::unexpected(corpora::files::describe(text.error()));
  try {
    const json report = json::parse(*text);
    if (report.at("implementation") == report_name) return results_in(report);
  } catch (const json::exception&) {
  }
  return std::unexpected(path.string() + ": it is not a report on mutants (name another folder)");
}

std::expected<void, std::string> write(const MutationScoreReport& where,
                                       const std::vector<MutantResult>& results) {
  auto all = previous_results(where.out);
  if (!all) return std::unexpected(all.error());
  std::erase_if(*all, [&](const MutantResult& one) {
    return std::any_of(results.begin(), results.end(),
                       [&](const MutantResult& other) { return other.by == one.by; });
  });
  all->insert(all->end(), results.begin(), results.end());
  reports::Report report;
  report.implementation = report_name;
  report.command = where.command;
  report.version = NETIOCONF_VERSION;
  report.mutant_results = *std::move(all);
  return reports::writers::write_reports(report, where.out);
}

}  // namespace

std::expected<void, std::string> check_place(const MutationScoreReport& report) {
  if (report.out.empty()) return {};
  const auto before = previous_results(report.out);
  if (!before) return std::unexpected(before.error());
  return {};
}

int report_mutation_score(const MutationScoreReport& report, std::vector<MutantResult> results) {
  if (!report.out.empty()) {
    if (const auto written = write(report, results); !written)
      return reports::could_not_run(written.error());
  }
  const bool all_caught = std::all_of(results.begin(), results.end(), [](const MutantResult& one) {
    return one.caught_after_s.has_value();
  });
  return all_caught ? reports::exit_conforms : reports::exit_deviates;
}

}  // namespace netioconf::conformance::search::mutation_score
