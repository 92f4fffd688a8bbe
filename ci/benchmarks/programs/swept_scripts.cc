#include "ci/benchmarks/programs/swept_scripts.h"

#include "reports/model/exit_status.h"

namespace netioconf::ci::benchmarks::programs {

namespace sweep = conformance::search::sweep;
namespace execution = conformance::execution;

sweep::SweepPlan part_of_sweep(std::uint64_t parts) {
  sweep::SweepPlan plan;
  plan.shard.count = parts;
  return plan;
}

sweep::Swept sweep_with(const sweep::Space& space, const sweep::SweepPlan& plan,
                        execution::Implementation& implementation) {
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  return sweep::sweep(
      space, plan, implementation, judge,
      [](const sweep::NonConforming&, const sweep::Swept&) { return sweep::Go::on; },
      [](const sweep::Swept&) {});
}

std::vector<oracle::Trace> traces_of(const sweep::Space& space, const sweep::SweepPlan& plan,
                                     execution::Implementation& implementation) {
  std::vector<oracle::Trace> traces;
  oracle::Script script;
  for (std::uint64_t number = plan.shard.first_from(0); number < space.size();
       number += plan.shard.count) {
    space.write(number, script);
    traces.push_back(implementation.observe(script));
  }
  return traces;
}

std::unique_ptr<execution::Implementation> implementation_named(
    const std::string& name, const conformance::implementations::ImplementationOptions& options) {
  auto implementation = execution::make_implementation(name, options);
  if (!implementation) std::exit(reports::could_not_run(implementation.error()));
  return *std::move(implementation);
}

}  // namespace netioconf::ci::benchmarks::programs
