#include "conformance/search/sweep/sweep.h"

#include <algorithm>

#include "conformance/execution/shrink/deviation.h"
#include "conformance/implementations/child/interruption.h"
#include "conformance/search/sweep/sweep_clock.h"

namespace netioconf::conformance::search::sweep {
namespace {

using oracle::Verdict;

constexpr std::uint64_t scripts_between_looks = 8;

bool conforms(const oracle::Trace& trace, const oracle::Judgement& judgement) {
  return !trace.steps.empty() &&
         std::ranges::all_of(judgement.findings, [](const oracle::Finding& finding) {
           return finding.verdict == Verdict::conforms;
         });
}

// Nothing is judged after the last deviation, so this removes no verdict.
void cut_after_last_deviation(oracle::Trace& trace, oracle::Judgement& judgement) {
  const auto deviation =
      std::find_if(judgement.findings.rbegin(), judgement.findings.rend(),
                   [](const oracle::Finding& finding) { return finding.verdict == Verdict::deviates; });
  if (deviation == judgement.findings.rend()) return;
  trace.steps.resize(std::min(trace.steps.size(), deviation->step + 1));
  judgement.findings.erase(deviation.base(), judgement.findings.end());
}

// The numbers of a plan, one after the other.
class ScriptNumbers {
 public:
  ScriptNumbers(const SweepPlan& plan, std::uint64_t space_size) : plan_{plan}, size_{space_size} {
    next_ = plan.shard.first_from(plan.from);
  }

  [[nodiscard]] bool at_end() const {
    return plan_.only.empty() ? next_ >= size_ : position_ >= plan_.only.size();
  }
  [[nodiscard]] std::uint64_t current() const {
    return plan_.only.empty() ? next_ : plan_.only[position_];
  }
  void advance() {
    next_ += plan_.shard.count;
    ++position_;
  }
  [[nodiscard]] std::uint64_t left() const {
    if (!plan_.only.empty()) return plan_.only.size() - position_;
    return at_end() ? 0 : (size_ - next_ - 1) / plan_.shard.count + 1;
  }

 private:
  const SweepPlan& plan_;
  std::uint64_t size_;
  std::uint64_t next_ = 0;
  std::size_t position_ = 0;
};

}  // namespace

std::uint64_t count_of(const SweepPlan& plan, std::uint64_t space_size) {
  return ScriptNumbers{plan, space_size}.left();
}

Swept sweep(const Space& space, const SweepPlan& plan, execution::Implementation& implementation,
            oracle::engine::Judge& judge, const Sink& sink, const SweepProgress& progress) {
  Swept swept;
  SweepClock clock;
  oracle::Script script;
  ScriptNumbers numbers{plan, space.size()};
  for (; !numbers.at_end() && swept.stop == Stop::finished; numbers.advance()) {
    if (implementations::child::interruption() != 0) {
      swept.stop = Stop::interrupted;
      break;
    }
    space.write(numbers.current(), script);
    auto [script_as_run, trace, judgement] =
        execution::shrink::run_and_judge(implementation, judge, std::move(script));
    script = std::move(script_as_run);
    ++swept.scripts;
    swept.steps += trace.steps.size();
    if (conforms(trace, judgement)) {
      ++swept.scripts_conforming;
      swept.steps_conforming += trace.steps.size();
    } else {
      cut_after_last_deviation(trace, judgement);
      clock.read();
      swept.took = clock.elapsed();
      const Go go = sink({numbers.current(), std::move(trace), std::move(judgement)}, swept);
      if (go == Go::stop) swept.stop = Stop::by_sink;
    }
    if (swept.scripts % scripts_between_looks == 0) clock.read();
    swept.took = clock.elapsed();
    if (swept.scripts == plan.script_limit && swept.stop == Stop::finished) swept.stop = Stop::at_limit;
    const bool over = plan.budget.count() > 0 && clock.elapsed() >= plan.budget;
    if (over && swept.stop == Stop::finished) swept.stop = Stop::out_of_time;
    if (clock.report_is_due()) progress(swept);
  }
  clock.read();
  swept.took = clock.elapsed();
  if (numbers.at_end()) swept.stop = Stop::finished;
  swept.next = numbers.at_end() ? space.size() : numbers.current();
  return swept;
}

}  // namespace netioconf::conformance::search::sweep
