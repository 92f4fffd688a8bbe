#include "conformance/search/mutation_score/by_properties.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/mutants/mutants.h"
#include "conformance/search/mutation_score/by_scripts.h"
#include "conformance/search/properties/minimized.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::search::mutation_score {
namespace {

// The first failure that shows the fault of the mutant.
struct PropertyDetection {
  bool caught = false;
  std::uint64_t calls = 0;
  double seconds = 0;
  std::string property;
  std::string rule;            // that the failure is attributed to
  std::size_t operations = 0;  // of the shortest script that shows it
  bool beside_it = false;      // a failure with another cause was found
};

bool cites(const oracle::Finding& finding, std::string_view rule) {
  return names_rule(finding, rule) || std::ranges::find(finding.because, rule) != finding.because.end();
}

// A script of a search is not about one rule, so a failure may be attributed to a rule next to the
// broken one. The script is already as short as possible. If it shows the mutant's fault, it contains
// the faulty call.
bool is_about(const properties::Minimized& found, std::string_view rule) {
  const auto cites_it = [&](const oracle::Finding& finding) { return cites(finding, rule); };
  return std::ranges::any_of(found.shown.judgement.findings, cites_it) ||
         has_call_of(found.shown.trace, rule);
}

PropertyDetection try_to_catch(execution::Implementation& mutant, std::string_view rule,
                               std::chrono::milliseconds limit, std::uint64_t seed) {
  PropertyDetection caught;
  const auto start = std::chrono::steady_clock::now();
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  const auto on_failure = [&](properties::Search& search, const properties::TestCase& test_case) {
    caught.calls = search.tally().calls;
    caught.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const properties::Minimized found =
        properties::minimize(search, mutant, test_case, properties::groups_of(test_case).front(), {});
    caught.property = test_case.property;
    caught.rule = found.group.rule + (found.relation != nullptr ? " (relation)" : "");
    caught.operations = found.shown.script.operations.size();
    caught.caught = is_about(found, rule);
    caught.beside_it = caught.beside_it || !caught.caught;
    return !caught.caught;
  };
  (void)properties::check_properties(mutant, judge, {.time = limit}, seed, on_failure);
  return caught;
}

template <class Member>
auto median(std::vector<PropertyDetection> detections, Member PropertyDetection::* member) {
  const auto middle = detections.begin() + static_cast<std::ptrdiff_t>(detections.size() / 2);
  std::nth_element(
      detections.begin(), middle, detections.end(),
      [&](const PropertyDetection& a, const PropertyDetection& b) { return a.*member < b.*member; });
  return (*middle).*member;
}

void print(const mutants::Mutant& mutant, const std::vector<PropertyDetection>& detections) {
  const auto caught = std::ranges::count_if(detections, &PropertyDetection::caught);
  std::string by = fmt::format("{}: {}", detections.front().property, detections.front().rule);
  if (!detections.front().caught) {
    by = detections.front().beside_it ? "WRONG RULE, " + by : "NOT CAUGHT";
  }
  fmt::print("{:<46} {:<32} {:>3}/{:<3} {:>8} {:>8.3f} {:>5}  {}\n", mutant.name, mutant.rule, caught,
             detections.size(), median(detections, &PropertyDetection::calls),
             median(detections, &PropertyDetection::seconds),
             median(detections, &PropertyDetection::operations), by);
}

}  // namespace

int mutants_by_properties(const PropertiesTableOptions& options, const MutationScoreReport& report) {
  fmt::print("{:<46} {:<32} {:>7} {:>8} {:>8} {:>5}  {}\n", "mutant", "breaks", "caught", "calls",
             "seconds", "steps", "property and rule");
  TriedMutants tried{.untried = mutants::mutants().size()};
  execution::Progress progress{"mutants", mutants::mutants().size()};
  for (const mutants::Mutant& mutant : mutants::mutants()) {
    std::vector<PropertyDetection> detections;
    for (std::size_t repeat = 0; repeat < options.repeats; ++repeat) {
      auto implementation =
          execution::make_implementation("mutant:" + std::string(mutant.name), options_for(mutant));
      if (!implementation) return reports::could_not_run(implementation.error());
      detections.push_back(
          try_to_catch(**implementation, mutant.rule, options.limit, options.seed + repeat));
    }
    if (implementations::child::interruption() != 0) break;
    const bool each_time = std::ranges::all_of(detections, &PropertyDetection::caught);
    --tried.untried;
    const std::optional<double> after_s =
        each_time ? std::optional{median(detections, &PropertyDetection::seconds)} : std::nullopt;
    tried.results.push_back(reports::mutant_result(mutant.name, mutant.rule, "properties", after_s));
    progress.hide();
    print(mutant, detections);
    progress.show(tried.results.size());
  }
  fmt::print("{}\n", tally_text(tried, fmt::format(" within {} s in every repeat",
                                                   static_cast<double>(options.limit.count()) / 1000)));
  return report_mutation_score(report, tried);
}

}  // namespace netioconf::conformance::search::mutation_score
