#include <fmt/format.h>

#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/swept_scripts.h"
#include "conformance/mutants/mutants.h"
#include "corpora/arbitrary/nouns.h"
#include "oracle/model/finding.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

// Seconds until a random script deviates; the limit if none does.
double seconds_until_caught(const conformance::mutants::Mutant& mutant, const Options& options) {
  const auto implementation = implementation_named("mutant:" + std::string{mutant.name});
  rc::Random random{options.seed};
  const auto scripts = corpora::arbitrary::arbitrary_script();
  const double begin = wall_s();
  while (wall_s() - begin < options.limit_s) {
    const oracle::Script script = scripts(random.split(), 30).value();
    oracle::engine::Judge judge{oracle::readings::Profile::documented};
    if (oracle::first_deviation(judge.judge(implementation->observe(script))) != nullptr)
      return wall_s() - begin;
  }
  return options.limit_s;
}

}  // namespace

// Prints the time for each mutant. Those whose calls do not return are left out, as they would end this
// process.
int measure_random(const Options& options) {
  for (const conformance::mutants::Mutant& mutant : conformance::mutants::mutants()) {
    if (mutant.rule != "call.returns")
      print({{std::string{mutant.name}, seconds_until_caught(mutant, options)}});
  }
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
