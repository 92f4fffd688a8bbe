#include "fuzz/campaign/mutants.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "conformance/execution/progress.h"
#include "fuzz/campaign/mutation_score.h"
#include "reports/model/exit_status.h"

namespace netioconf::fuzz::campaign {
namespace {

using conformance::mutants::Mutant;

std::vector<const Mutant*> chosen(const MutantSearchOptions& options) {
  std::vector<const Mutant*> mutants;
  const auto& names = options.names;
  for (const Mutant& mutant : conformance::mutants::mutants()) {
    const bool wanted = names.empty() || std::ranges::find(names, mutant.name) != names.end();
    if (wanted) mutants.push_back(&mutant);
  }
  return mutants;
}

template <class Value>
std::uint64_t median_of(const std::vector<Detection>& detections, Value value) {
  std::vector<std::uint64_t> values;
  for (const Detection& each : detections) values.push_back(static_cast<std::uint64_t>(value(each)));
  return median(std::move(values));
}

// Prints the rows of the table in the order of the mutants, each as soon as all earlier rows are known.
class Table {
 public:
  Table(std::vector<const Mutant*> mutants, unsigned repeats)
      : mutants_{std::move(mutants)}, repeats_{repeats}, detections_(mutants_.size()) {
    fmt::print("{:<46} {:<32} {:>7} {:>8} {:>8} {:>8} {:>5}  {}\n", "mutant", "breaks", "caught",
               "scripts", "calls", "seconds", "steps", "rule");
  }

  void add(std::size_t mutant, Detection result) {
    detections_[mutant].push_back(std::move(result));
    for (; printed_ < mutants_.size() && detections_[printed_].size() == repeats_; ++printed_) {
      print(*mutants_[printed_], detections_[printed_]);
    }
    std::fflush(stdout);
  }

  [[nodiscard]] conformance::search::mutation_score::TriedMutants results() const {
    return {.results = results_, .untried = mutants_.size() - results_.size()};
  }

 private:
  void print(const Mutant& mutant, const std::vector<Detection>& detections) {
    const auto caught = std::ranges::count_if(detections, &Detection::caught);
    const auto missed =
        std::ranges::find_if(detections, [](const Detection& each) { return !each.caught; });
    const bool each_time = missed == detections.end();
    const std::string by = each_time           ? detections.front().id
                           : missed->beside_it ? "WRONG RULE, " + missed->id
                                               : "NOT CAUGHT";
    const std::uint64_t ms =
        median_of(detections, [](const Detection& each) { return each.time.count(); });
    results_.push_back(reports::mutant_result(
        mutant.name, mutant.rule, "fuzz",
        each_time ? std::optional{static_cast<double>(ms) / 1000} : std::nullopt));
    fmt::print("{:<46} {:<32} {:>3}/{:<3} {:>8} {:>8} {:>8.2f} {:>5}  {}\n", mutant.name, mutant.rule,
               caught, detections.size(),
               median_of(detections, [](const Detection& each) { return each.scripts; }),
               median_of(detections, [](const Detection& each) { return each.calls; }),
               static_cast<double>(ms) / 1000,
               median_of(detections, [](const Detection& each) { return each.operations; }), by);
  }

  std::vector<const Mutant*> mutants_;
  unsigned repeats_;
  std::vector<std::vector<Detection>> detections_;
  std::size_t printed_ = 0;
  std::vector<reports::MutantResult> results_;
};

}  // namespace

std::uint64_t median(std::vector<std::uint64_t> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

int mutants_by_fuzz(const MutantSearchOptions& options,
                    const conformance::search::mutation_score::MutationScoreReport& report) {
  using reports::could_not_run;
  const auto target = find_target();
  if (!target) return reports::could_not_run(target.error());
  const std::vector<const Mutant*> mutants = chosen(options);
  if (mutants.empty())
    return reports::could_not_run("no mutant has that name (netioconf mutants lists them)");
  MutationScore score{{.jobs = options.jobs, .limit = options.limit}, *target};
  std::vector<MutationScore::Target> targets;
  for (const Mutant* mutant : mutants) {
    for (unsigned repeat = 0; repeat < options.repeats; ++repeat) {
      targets.push_back({mutant, static_cast<std::uint32_t>((options.seed + repeat) % 0x7fffffffU + 1)});
    }
  }
  Table table{mutants, options.repeats};
  conformance::execution::Progress progress{"searches", targets.size()};
  std::uint64_t done = 0;
  const auto ran = score.all(targets, [&](std::size_t place, Detection result) {
    table.add(place / options.repeats, std::move(result));
    progress.show(++done);
  });
  if (!ran) return reports::could_not_run(ran.error());
  namespace mutation_score = conformance::search::mutation_score;
  const mutation_score::TriedMutants tried = table.results();
  fmt::print("{}\n", mutation_score::tally_text(
                         tried, fmt::format(" within {} s in every search",
                                            static_cast<double>(options.limit.count()) / 1000)));
  return mutation_score::report_mutation_score(report, tried);
}

}  // namespace netioconf::fuzz::campaign
