#include "conformance/search/record_generated.h"

#include "conformance/execution/progress.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/scheduled_search.h"
#include "conformance/search/sweep/rounds.h"

namespace netioconf::conformance::search {
namespace {

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
           !budget_.is_used_up(steady_clock::now() - start_, calls())) {
      if (auto recorded = run_next(); !recorded) return recorded;
      progress.show(sweep_.scripts + waiting_.scripts + properties_.scripts, time_left());
    }
    return {};
  }

 private:
  [[nodiscard]] std::uint64_t calls() const { return sweep_.calls + waiting_.calls + properties_.calls; }

  [[nodiscard]] std::optional<milliseconds> time_left() const {
    if (!budget_.time) return std::nullopt;
    return *budget_.time - std::chrono::duration_cast<milliseconds>(steady_clock::now() - start_);
  }

  [[nodiscard]] std::expected<void, std::string> run_next() {
    ScheduledSearch& next = waiting_.comes_before(sweep_) ? waiting_ : sweep_;
    if (properties_.comes_before(next) || next.exhausted) return run_test_case();
    const auto number = (&next == &sweep_ ? quick_numbers_ : waiting_numbers_).next();
    next.exhausted = !number;
    if (!number) return {};
    space_.write(*number, script_);
    return take(next, implementation_.observe(script_));
  }

  [[nodiscard]] std::expected<void, std::string> run_test_case() {
    const properties::TestCase test_case = search_.next();
    ++properties_.cost;  // A test case can have no execution.
    for (const execution::Execution& execution : test_case.executions) {
      if (auto taken = take(properties_, execution.trace); !taken) return taken;
    }
    return {};
  }

  [[nodiscard]] std::expected<void, std::string> take(ScheduledSearch& search,
                                                      const oracle::Trace& trace) {
    ++search.scripts;
    search.calls += trace.steps.size();
    search.cost += &search == &properties_ ? 0 : 1;
    search.cost += properties::cost_of(trace, implementation_.callbacks());
    return record_(trace);
  }

  execution::Implementation& implementation_;
  const properties::SearchBudget& budget_;
  const shard::Shard& shard_;
  const RecordTrace& record_;
  steady_clock::time_point start_;  // after the searches are ready
  const sweep::Space space_{sweep::depth_max};
  sweep::SweepRounds quick_numbers_{space_, sweep::spaces::Pace::quick, shard_};
  sweep::SweepRounds waiting_numbers_{space_, sweep::spaces::Pace::waiting, shard_};
  // A relation repeats a script that waits for a callback until the judge accepts the wait.
  oracle::engine::Judge judge_{oracle::readings::Profile::documented};
  properties::Search search_{implementation_, judge_, {.seed = properties::seed_of(shard_)}};
  ScheduledSearch sweep_{.share = share_of_sweep};
  ScheduledSearch waiting_{.share = share_of_waiting};
  ScheduledSearch properties_{.share = share_of_properties};
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
