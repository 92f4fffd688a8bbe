#include <vector>

#include "ci/benchmarks/programs/bare_calls.h"
#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/swept_scripts.h"
#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/implementations/emulated/emulator_api.h"

namespace netioconf::ci::benchmarks::programs {

int measure_sweep(const Options& options) {
  namespace search = conformance::search;
  const search::sweep::Space space{2};
  const auto plan = part_of_sweep(options.quick ? 5000 : 200);
  const auto implementation = implementation_named("emulated");
  std::vector<BareScript> scripts;
  double calls = 0;
  for (const oracle::Trace& trace : traces_of(space, plan, *implementation)) {
    scripts.push_back(bare(trace));
    calls += static_cast<double>(trace.steps.size());
  }
  const auto api = conformance::implementations::emulated::emulator_api(conformance::emulator::common());
  const Take judged = [&] {
    double steps = 0;
    const double took = seconds_of(
        cpu_s, [&] { steps = static_cast<double>(sweep_with(space, plan, *implementation).steps); });
    return std::vector<Sample>{{"judged", steps / took}};
  };
  const Take alone = [&] {
    const double took = seconds_of(cpu_s, [&] {
      for (const BareScript& script : scripts) call_all(*api, script);
    });
    return std::vector<Sample>{{"bare", calls / took}};
  };
  in_turn(options.times, {judged, alone});
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
