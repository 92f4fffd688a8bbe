#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>
#include <vector>

#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/stepping.h"
#include "ci/benchmarks/programs/swept_scripts.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/text/loader.h"
#include "fuzz/harness/input.h"
#include "reports/model/exit_status.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

using Answers = std::vector<oracle::readings::OpenReadings>;

Answers all_open() {
  return {oracle::readings::OpenReadings::open_under(oracle::readings::Profile::documented)};
}

// Counts the branches of each judged step of a trace. Returns the answers that remain open.
Answers count(const oracle::Trace& trace, const Answers& before, std::vector<double>& counts) {
  Stepping stepping{trace.host, before};
  for (const oracle::Step& step : trace.steps) {
    if (step.reply.ending != oracle::Ending::returned) continue;
    const auto [branches, fits] = stepping.take(step);
    counts.push_back(static_cast<double>(branches));
    if (!fits) break;
  }
  return stepping.answers();
}

std::vector<Sample> summary(const std::string& origin, std::vector<double> counts) {
  if (counts.empty()) return {};
  std::ranges::sort(counts);
  const double mean =
      std::accumulate(counts.begin(), counts.end(), 0.0) / static_cast<double>(counts.size());
  return {{origin + "_mean", mean},
          {origin + "_99", counts[counts.size() * 99 / 100]},
          {origin + "_most", counts.back()}};
}

oracle::Script script_in(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>{stream}, {}};
  return fuzz::harness::read_script(bytes);
}

}  // namespace

int measure_branches(const Options& options) {
  const auto implementation = implementation_named("emulated");
  const auto scripts = corpora::text::load_scripts(conformance::repository::committed_scripts());
  if (!scripts) return reports::could_not_run(scripts.error());
  std::vector<double> counts;
  Answers answers = all_open();
  for (const auto& loaded : *scripts)
    answers = count(implementation->observe(loaded.script), answers, counts);
  print(summary("corpus", counts));

  counts.clear();
  answers = all_open();
  const conformance::search::sweep::Space space{2};
  for (const auto& trace : traces_of(space, part_of_sweep(options.quick ? 5000 : 50), *implementation))
    answers = count(trace, answers, counts);
  print(summary("sweep", counts));

  // A target judges each input with a new judge.
  counts.clear();
  for (const auto& entry : std::filesystem::directory_iterator{options.inputs})
    (void)count(implementation->observe(script_in(entry.path())), all_open(), counts);
  print(summary("fuzzing", counts));
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
