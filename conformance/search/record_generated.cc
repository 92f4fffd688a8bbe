#include "conformance/search/record_generated.h"

#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/properties/search.h"
#include "conformance/search/schedule/schedule.h"

namespace netioconf::conformance::search {
namespace {

using schedule::Part;
using schedule::Pick;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

class BudgetedRecording {
 public:
  BudgetedRecording(execution::Implementation& implementation, const properties::SearchBudget& budget,
                    const shard::Shard& shard, const RecordTrace& record)
      : implementation_{implementation}, budget_{budget}, shard_{shard}, record_{record} {}

  [[nodiscard]] std::expected<void, std::string> run() {
    start_ = steady_clock::now();
    execution::Progress progress{"generated scripts", 0};
    while (implementations::child::interruption() == 0 &&
           !budget_.is_used_up(steady_clock::now() - start_, calls_)) {
      if (auto recorded = run_next(); !recorded) return recorded;
      progress.show(scripts_, time_left());
    }
    return {};
  }

 private:
  [[nodiscard]] std::optional<milliseconds> time_left() const {
    if (!budget_.time) return std::nullopt;
    return *budget_.time - std::chrono::duration_cast<milliseconds>(steady_clock::now() - start_);
  }

  [[nodiscard]] std::expected<void, std::string> run_next() {
    const Pick pick = schedule_.next();
    if (pick.part == Part::properties) return run_test_case(pick);
    space_.write(pick.script.number, script_);
    const oracle::Trace trace = implementation_.observe(script_);
    schedule_.end(pick, properties::cost_of(trace, implementation_.callbacks()));
    return take(trace);
  }

  [[nodiscard]] std::expected<void, std::string> run_test_case(const Pick& pick) {
    const properties::TestCase test_case = test_cases_.carry_out(pick.test_case, judge_);
    schedule_.end(pick, properties::cost_of(test_case, implementation_.callbacks()));
    for (const execution::Execution& execution : test_case.executions) {
      if (auto taken = take(execution.trace); !taken) return taken;
    }
    return {};
  }

  [[nodiscard]] std::expected<void, std::string> take(const oracle::Trace& trace) {
    ++scripts_;
    calls_ += trace.steps.size();
    return record_(trace);
  }

  execution::Implementation& implementation_;
  const properties::SearchBudget& budget_;
  const shard::Shard& shard_;
  const RecordTrace& record_;
  steady_clock::time_point start_;  // after the searches are ready
  const sweep::Space space_{sweep::depth_max};
  schedule::Schedule schedule_{space_, shard_, schedule::lookahead_for(implementation_.callbacks())};
  // A relation repeats a script that waits for a callback until the judge accepts the wait.
  oracle::engine::Judge judge_{oracle::readings::Profile::documented};
  properties::TestCases test_cases_{implementation_, {.seed = properties::seed_of(shard_)}};
  std::uint64_t scripts_ = 0;
  std::uint64_t calls_ = 0;
  oracle::Script script_;
};

}  // namespace

std::expected<void, std::string> record_sweep(const sweep::Space& space, const sweep::SweepPlan& plan,
                                              execution::Implementation& implementation,
                                              const RecordTrace& record) {
  execution::Progress progress{"scripts", sweep::count_of(plan, space.size())};
  std::uint64_t done = 0;
  oracle::Script script;
  for (std::uint64_t number = plan.shard.first_from(0); number < space.size();
       number += plan.shard.count) {
    if (implementations::child::interruption() != 0) break;
    space.write(number, script);
    if (auto recorded = record(implementation.observe(script)); !recorded) return recorded;
    progress.show(++done);
  }
  return {};
}

std::expected<void, std::string> record_by_budget(execution::Implementation& implementation,
                                                  const properties::SearchBudget& budget,
                                                  const shard::Shard& shard, const RecordTrace& record) {
  return BudgetedRecording{implementation, budget, shard, record}.run();
}

}  // namespace netioconf::conformance::search
