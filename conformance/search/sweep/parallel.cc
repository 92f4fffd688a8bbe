#include "conformance/search/sweep/parallel.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "conformance/implementations/child/interruption.h"
#include "conformance/search/sweep/sweep_clock.h"

namespace netioconf::conformance::search::sweep {
namespace {

constexpr std::uint64_t scripts_in_a_block = 1024;

// The result of a block of scripts that was judged with the evidence at `version`.
struct Outcome {
  std::uint64_t version = 0;
  oracle::engine::Judge judge;
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

// Judges blocks ahead before the earlier blocks are accepted. Most blocks add no evidence. If one does,
// the blocks after it are judged again.
class Blocks {
 public:
  Blocks(const Space& space, const SweepPlan& plan, oracle::engine::Judge& judge, std::size_t ahead_max)
      : space_{space},
        plan_{plan},
        judge_{judge},
        scripts_{std::min(count_of(plan, space.size()), plan.script_limit)},
        count_{(scripts_ + scripts_in_a_block - 1) / scripts_in_a_block},
        ahead_max_{ahead_max} {}

  [[nodiscard]] std::uint64_t count() const { return count_; }

  [[nodiscard]] SweepPlan plan_of(std::uint64_t block) const {
    SweepPlan part = plan_;
    part.from = plan_.from + block * scripts_in_a_block * plan_.shard.count;
    part.script_limit = std::min(scripts_in_a_block, scripts_ - block * scripts_in_a_block);
    part.budget = {};
    return part;
  }

  // Judges blocks until none is left.
  void work(execution::Implementation& implementation) {
    for (;;) {
      std::unique_lock lock{mutex_};
      to_do_.wait(lock, [this] { return over_ || !again_.empty() || may_begin(); });
      if (over_) return;
      const std::uint64_t block = again_.empty() ? begun_++ : again_.front();
      if (!again_.empty()) again_.pop_front();
      Outcome outcome{.version = version_, .judge = judge_.with_the_same_knowledge()};
      lock.unlock();
      carry_out(implementation, block, outcome);
      lock.lock();
      outcomes_.insert_or_assign(block, std::move(outcome));
      done_.notify_all();
    }
  }

  // The result of a block after all earlier blocks have been accepted.
  [[nodiscard]] Outcome await(std::uint64_t block) {
    std::unique_lock lock{mutex_};
    for (;;) {
      done_.wait(lock, [&] { return outcomes_.contains(block); });
      Outcome outcome = std::move(outcomes_.extract(block).mapped());
      if (outcome.version == version_) return outcome;
      again_.push_back(block);
      to_do_.notify_all();
    }
  }

  // Continues with the evidence of a block.
  void accept(const Outcome& outcome) {
    const std::scoped_lock lock{mutex_};
    if (!judge_.knows_the_same_as(outcome.judge)) ++version_;
    judge_.continue_from(outcome.judge);
    ++accepted_;
    to_do_.notify_all();
  }

  void end() {
    const std::scoped_lock lock{mutex_};
    over_ = true;
    to_do_.notify_all();
  }

 private:
  [[nodiscard]] bool may_begin() const { return begun_ < count_ && begun_ < accepted_ + ahead_max_; }

  void carry_out(execution::Implementation& implementation, std::uint64_t block,
                 Outcome& outcome) const {
    const Sink keep = [&](NonConforming found, const Swept& so_far) {
      outcome.nonconforming.emplace_back(std::move(found), so_far);
      return Go::on;
    };
    outcome.swept =
        sweep(space_, plan_of(block), implementation, outcome.judge, keep, [](const Swept&) {});
  }

  const Space& space_;
  const SweepPlan& plan_;
  oracle::engine::Judge& judge_;
  std::uint64_t scripts_;
  std::uint64_t count_;
  std::size_t ahead_max_;

  std::mutex mutex_;  // guards the members below and the judge
  std::condition_variable to_do_;
  std::condition_variable done_;
  std::uint64_t begun_ = 0;
  std::uint64_t accepted_ = 0;
  std::uint64_t version_ = 0;
  std::deque<std::uint64_t> again_;
  std::map<std::uint64_t, Outcome> outcomes_;
  bool over_ = false;
};

// Passes the scripts of a block to the sink in order. If the sink stops, the result is the number of
// scripts of the block that count.
std::optional<std::uint64_t> hand_over(Outcome& outcome, const Swept& before, const Sink& sink) {
  for (auto& [found, so_far] : outcome.nonconforming) {
    Swept sum = before;
    add_up(sum, so_far);
    if (sink(std::move(found), sum) == Go::stop) return so_far.scripts;
  }
  return std::nullopt;
}

struct Accepted {
  Swept swept;
  std::optional<SweepPlan> rest;  // of the block in which the sink stopped
};

Accepted accept_all(Blocks& blocks, const SweepPlan& plan, const Sink& sink,
                    const SweepProgress& progress) {
  Accepted all;
  SweepClock clock;
  for (std::uint64_t block = 0; block < blocks.count() && all.swept.stop == Stop::finished; ++block) {
    Outcome outcome = blocks.await(block);
    clock.read();
    all.swept.took = clock.elapsed();
    if (const auto enough = hand_over(outcome, all.swept, sink)) {
      all.rest = blocks.plan_of(block);
      all.rest->script_limit = *enough;
      all.swept.stop = Stop::by_sink;
      break;
    }
    blocks.accept(outcome);
    add_up(all.swept, outcome.swept);
    clock.read();
    const bool over = plan.budget.count() > 0 && clock.elapsed() >= plan.budget;
    if (over) all.swept.stop = Stop::out_of_time;
    if (implementations::child::interruption() != 0) all.swept.stop = Stop::interrupted;
    all.swept.took = clock.elapsed();
    if (clock.report_is_due()) progress(all.swept);
  }
  return all;
}

}  // namespace

Swept sweep_in_parallel(const Space& space, const SweepPlan& plan,
                        const std::vector<std::unique_ptr<execution::Implementation>>& implementations,
                        oracle::engine::Judge& judge, const Sink& sink, const SweepProgress& progress) {
  if (implementations.size() == 1 || !plan.only.empty())
    return sweep(space, plan, *implementations.front(), judge, sink, progress);
  Blocks blocks{space, plan, judge, 2 * implementations.size()};
  Accepted all;
  {
    std::vector<std::jthread> threads;
    for (const auto& implementation : implementations)
      threads.emplace_back([&] { blocks.work(*implementation); });
    all = accept_all(blocks, plan, sink, progress);
    blocks.end();
  }
  // Evidence from scripts after the one at which the sink stopped must not count.
  if (all.rest) {
    const auto go_on = [](const NonConforming&, const Swept&) { return Go::on; };
    add_up(all.swept,
           sweep(space, *all.rest, *implementations.front(), judge, go_on, [](const auto&) {}));
  }
  if (blocks.count() == 0) all.swept.next = space.size();
  if (all.swept.next >= space.size()) {
    all.swept.stop = Stop::finished;
  } else if (all.swept.stop == Stop::finished) {
    all.swept.stop = Stop::at_limit;
  }
  return all.swept;
}

}  // namespace netioconf::conformance::search::sweep
