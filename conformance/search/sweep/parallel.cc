#include "conformance/search/sweep/parallel.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "conformance/implementations/child/interruption.h"
#include "conformance/search/blocks/blocks.h"
#include "conformance/search/sweep/sweep_clock.h"

namespace netioconf::conformance::search::sweep {
namespace {

using blocks::Then;
using oracle::engine::Judge;
using ForEachThread = std::vector<std::unique_ptr<execution::Implementation>>;

constexpr std::uint64_t scripts_in_a_block = 256;

struct Outcome {
  Swept swept;
  std::vector<std::pair<NonConforming, Swept>>
      nonconforming;  // with the counts of the block up to that script
};

void add_up(Swept& sum, const Swept& added) {
  sum.scripts += added.scripts;
  sum.scripts_conforming += added.scripts_conforming;
  sum.steps += added.steps;
  sum.steps_conforming += added.steps_conforming;
  sum.next = added.next;
}

// A sweep as blocks of scripts. The plan of a block is a part of the plan.
class SweepInBlocks {
 public:
  SweepInBlocks(const Space& space, const SweepPlan& plan, const ForEachThread& implementations,
                const Sink& sink, const SweepProgress& progress)
      : space_{space},
        plan_{plan},
        implementations_{implementations},
        sink_{sink},
        progress_{progress},
        scripts_{std::min(count_of(plan, space.size()), plan.script_limit)} {}

  [[nodiscard]] Swept run(Judge& judge) {
    const blocks::Work<SweepPlan, Outcome, Judge> work{
        .next = [this] { return next(); },
        .judge = [this](std::size_t thread, const SweepPlan& block,
                        Judge& judge_of_block) { return carry_out(thread, block, judge_of_block); },
        .accept = [this](const SweepPlan& block, Outcome& outcome) { return accept(block, outcome); }};
    blocks::judge_in_blocks(implementations_.size(), judge, work);
    // Evidence from scripts after the one at which the sink stopped must not count.
    if (rest_) {
      const auto go_on = [](const NonConforming&, const Swept&) { return Go::on; };
      add_up(swept_, sweep(space_, *rest_, *implementations_.front(), judge, go_on, [](const auto&) {}));
    }
    if (scripts_ == 0) swept_.next = space_.size();
    if (swept_.next >= space_.size()) {
      swept_.stop = Stop::finished;
    } else if (swept_.stop == Stop::finished) {
      swept_.stop = Stop::at_limit;
    }
    return swept_;
  }

 private:
  [[nodiscard]] std::optional<SweepPlan> next() {
    if (begun_ >= scripts_) return std::nullopt;
    SweepPlan part = plan_;
    part.from = plan_.from + begun_ * plan_.shard.count;
    part.script_limit = std::min(scripts_in_a_block, scripts_ - begun_);
    part.budget = {};
    begun_ += part.script_limit;
    return part;
  }

  [[nodiscard]] Outcome carry_out(std::size_t thread, const SweepPlan& block, Judge& judge) const {
    Outcome outcome;
    const Sink keep = [&](NonConforming found, const Swept& so_far) {
      outcome.nonconforming.emplace_back(std::move(found), so_far);
      return Go::on;
    };
    outcome.swept = sweep(space_, block, *implementations_[thread], judge, keep, [](const Swept&) {});
    return outcome;
  }

  [[nodiscard]] Then accept(const SweepPlan& block, Outcome& outcome) {
    clock_.read();
    swept_.took = clock_.elapsed();
    if (const auto enough = hand_over(outcome)) {
      rest_ = block;
      rest_->script_limit = *enough;
      swept_.stop = Stop::by_sink;
      return Then::stop_before;
    }
    add_up(swept_, outcome.swept);
    clock_.read();
    const bool over = plan_.budget.count() > 0 && clock_.elapsed() >= plan_.budget;
    if (over) swept_.stop = Stop::out_of_time;
    if (implementations::child::interruption() != 0) swept_.stop = Stop::interrupted;
    swept_.took = clock_.elapsed();
    if (clock_.report_is_due()) progress_(swept_);
    return swept_.stop == Stop::finished ? Then::go_on : Then::stop;
  }

  // Passes the scripts of a block to the sink in order. If the sink stops, the result is the number of
  // scripts of the block that count.
  [[nodiscard]] std::optional<std::uint64_t> hand_over(Outcome& outcome) const {
    for (auto& [found, so_far] : outcome.nonconforming) {
      Swept sum = swept_;
      add_up(sum, so_far);
      if (sink_(std::move(found), sum) == Go::stop) return so_far.scripts;
    }
    return std::nullopt;
  }

  const Space& space_;
  const SweepPlan& plan_;
  const ForEachThread& implementations_;
  const Sink& sink_;
  const SweepProgress& progress_;
  std::uint64_t scripts_;    // of the plan
  std::uint64_t begun_ = 0;  // of them
  Swept swept_;
  SweepClock clock_;
  std::optional<SweepPlan> rest_;  // of the block in which the sink stopped
};

}  // namespace

Swept sweep_in_parallel(const Space& space, const SweepPlan& plan, const ForEachThread& implementations,
                        Judge& judge, const Sink& sink, const SweepProgress& progress) {
  if (implementations.size() == 1 || !plan.only.empty())
    return sweep(space, plan, *implementations.front(), judge, sink, progress);
  return SweepInBlocks{space, plan, implementations, sink, progress}.run(judge);
}

}  // namespace netioconf::conformance::search::sweep
