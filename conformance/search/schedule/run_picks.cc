#include "conformance/search/schedule/run_picks.h"

#include <mutex>
#include <optional>

#include "conformance/implementations/child/interruption.h"
#include "conformance/search/blocks/blocks.h"

namespace netioconf::conformance::search::schedule {
namespace {

using blocks::Then;
using implementations::child::interruption;
using oracle::engine::Judge;

using Picks = std::vector<Pick>;
using BlockResults = std::vector<PickResult>;  // fewer than the picks after an interruption

BlockResults run_block(const Picks& picks, PickRunner& runner, Judge& judge) {
  BlockResults results;
  results.reserve(picks.size());
  Kinds seen;
  for (const Pick& pick : picks) {
    if (interruption() != 0) break;
    results.push_back(runner.run(pick, judge, seen));
  }
  return results;
}

class PicksInBlocks {
 public:
  PicksInBlocks(Schedule& schedule, const PickSink& sink, const OnThreads& threads)
      : schedule_{schedule}, sink_{sink}, threads_{threads}, runners_(threads.implementations.size()) {}

  // The picks that must be run again, because those after them in their block do not count.
  [[nodiscard]] Picks run(Judge& judge) {
    const blocks::Work<Picks, BlockResults, Judge> work{
        .next = [this] { return next(); },
        .judge = [this](std::size_t thread, const Picks& picks,
                        Judge& judge_of_block) { return carry_out(thread, picks, judge_of_block); },
        .accept = [this](const Picks& picks,
                         const BlockResults& results) { return accept(picks, results); },
        .in_memory_max = schedule_.lookahead().blocks};
    blocks::judge_in_blocks(runners_.size(), judge, work);
    return std::move(rest_);
  }

 private:
  [[nodiscard]] std::optional<Picks> next() {
    const std::scoped_lock lock{mutex_};
    Picks picks(schedule_.lookahead().picks_in_block);
    for (Pick& pick : picks) pick = schedule_.next();
    return picks;
  }

  [[nodiscard]] BlockResults carry_out(std::size_t thread, const Picks& picks, Judge& judge) {
    std::optional<PickRunner>& runner = runners_[thread];
    if (!runner) runner.emplace(*threads_.implementations[thread], threads_.space, threads_.options);
    return run_block(picks, *runner, judge);
  }

  [[nodiscard]] Then accept(const Picks& picks, const BlockResults& results) {
    end(picks, results);
    for (std::size_t number = 0; number < results.size(); ++number) {
      // After an interruption nothing can run again, so all that ran counts.
      if (sink_.has_enough() && interruption() == 0) {
        rest_.assign(picks.begin(), picks.begin() + static_cast<std::ptrdiff_t>(number));
        return Then::stop_before;
      }
      if (!sink_.take(picks[number], results[number])) return Then::stop;
    }
    return interruption() == 0 ? Then::go_on : Then::stop;
  }

  void end(const Picks& picks, const BlockResults& results) {
    const std::scoped_lock lock{mutex_};
    for (std::size_t number = 0; number < results.size(); ++number)
      schedule_.end(picks[number], results[number].cost);
  }

  std::mutex mutex_;  // guards the schedule: a block may be accepted while the next one is picked
  Schedule& schedule_;
  const PickSink& sink_;
  const OnThreads& threads_;
  std::vector<std::optional<PickRunner>> runners_;  // each is made by its thread
  Picks rest_;
};

}  // namespace

void run_picks(Schedule& schedule, PickRunner& runner, Judge& judge, const PickSink& sink) {
  Kinds seen;
  while (interruption() == 0 && !sink.has_enough()) {
    const Pick pick = schedule.next();
    const PickResult result = runner.run(pick, judge, seen);
    schedule.end(pick, result.cost);
    if (!sink.take(pick, result)) return;
  }
}

void run_picks_on_threads(Schedule& schedule, PickRunner& runner, Judge& judge, const PickSink& sink,
                          const OnThreads& threads) {
  const Picks rest = PicksInBlocks{schedule, sink, threads}.run(judge);
  (void)run_block(rest, runner, judge);
}

}  // namespace netioconf::conformance::search::schedule
