#include "conformance/search/schedule/pick_runner.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/search/properties/minimized.h"

namespace netioconf::conformance::search::schedule {
namespace {

using properties::TestCase;

// Adds the kinds of deviation of a failure. nullopt: all of them were seen before.
std::optional<Failure> new_failure(TestCase test_case, const oracle::engine::Judge& judge, Kinds& seen) {
  bool is_new = false;
  for (reports::GroupKey& group : properties::groups_of(test_case))
    is_new = seen.insert(std::move(group)).second || is_new;
  if (!is_new) return std::nullopt;
  return Failure{.test_case = std::move(test_case), .known = properties::evidence_of(judge)};
}

}  // namespace

PickRunner::PickRunner(execution::Implementation& implementation, const sweep::Space& space,
                       properties::SearchOptions options)
    : implementation_{implementation},
      space_{space},
      on_begin_{options.on_begin},
      test_cases_{implementation, std::move(options)} {}

PickResult PickRunner::run(const Pick& pick, oracle::engine::Judge& judge, Kinds& seen) {
  const auto begin = std::chrono::steady_clock::now();
  PickResult result = pick.part == Part::properties ? run_test_case(pick.test_case, judge, seen)
                                                    : run_script(pick.script.number, judge, seen);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return result;
}

PickResult PickRunner::run_script(std::uint64_t number, oracle::engine::Judge& judge, Kinds& seen) {
  space_.write(number, script_);
  on_begin_(script_.name);
  execution::Execution execution =
      execution::shrink::run_and_judge(implementation_, judge, std::move(script_));
  script_ = std::move(execution.script);
  PickResult result{.scripts = 1,
                    .calls = execution.trace.steps.size(),
                    .cost = properties::cost_of(execution.trace, implementation_.callbacks()),
                    .all_went_on = execution::all_went_on(execution.trace)};
  if (!execution::deviates(execution)) return result;
  execution.script = script_;
  TestCase test_case;
  test_case.executions.push_back(std::move(execution));
  result.failure = new_failure(std::move(test_case), judge, seen);
  return result;
}

PickResult PickRunner::run_test_case(const properties::TestCaseId& id, oracle::engine::Judge& judge,
                                     Kinds& seen) {
  TestCase test_case = test_cases_.carry_out(id, judge);
  PickResult result{.scripts = test_case.executions.size(),
                    .cost = properties::cost_of(test_case, implementation_.callbacks())};
  for (const execution::Execution& execution : test_case.executions) {
    result.calls += execution.trace.steps.size();
    result.all_went_on = result.all_went_on && execution::all_went_on(execution.trace);
  }
  if (properties::fails(test_case)) result.failure = new_failure(std::move(test_case), judge, seen);
  return result;
}

}  // namespace netioconf::conformance::search::schedule
