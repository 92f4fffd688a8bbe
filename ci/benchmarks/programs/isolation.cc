#include <vector>

#include "ci/benchmarks/programs/measurements.h"
#include "ci/benchmarks/programs/samples.h"
#include "ci/benchmarks/programs/swept_scripts.h"

namespace netioconf::ci::benchmarks::programs {
namespace {

namespace sweep = conformance::search::sweep;
using conformance::implementations::Isolation;

// Microseconds of a script, by the clock and of processor time. The processor time contains the start
// and the end of the child, which are a thousandth of it.
std::vector<Sample> scripts_with(Isolation isolation, const sweep::Space& space,
                                 const sweep::SweepPlan& plan, const std::string& name) {
  double scripts = 0;
  double wall = 0;
  const double children_before = cpu_of_children_s();
  const double cpu = seconds_of(cpu_s, [&] {
    const auto implementation = implementation_named("emulated", {.isolation = isolation});
    wall = seconds_of(wall_s, [&] {
      scripts = static_cast<double>(sweep_with(space, plan, *implementation).scripts);
    });
  });
  const double both = cpu + cpu_of_children_s() - children_before;
  return {{name, wall / scripts * 1e6}, {name + "_cpu", both / scripts * 1e6}};
}

}  // namespace

int measure_isolation(const Options& options) {
  const sweep::Space space{2};
  const auto plan = part_of_sweep(options.quick ? 5000 : 200);
  in_turn(options.times, {[&] { return scripts_with(Isolation::child, space, plan, "isolated"); },
                          [&] { return scripts_with(Isolation::none, space, plan, "in_process"); }});
  return 0;
}

}  // namespace netioconf::ci::benchmarks::programs
