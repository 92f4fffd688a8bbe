#include "conformance/search/confirm_examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include "conformance/execution/needed_before.h"
#include "oracle/engine/judge.h"
#include "oracle/model/calls.h"
#include "reports/model/report.h"

namespace netioconf::conformance::search {
namespace {

using execution::Execution;
using oracle::Script;
using reports::GroupKey;
using reports::Judged;

// Of a kind whose example does not deviate alone.
constexpr std::size_t other_examples_max = 8;

bool has_group(const Execution& execution, const GroupKey& group) {
  return execution::shrink::find_deviation(execution.trace, execution.judgement, group) != nullptr;
}

void show_what_reset_left(oracle::Trace&, oracle::Finding& deviation) {
  deviation.rule = "reset.sets-up-host";
  deviation.mismatches = {{.rule = deviation.rule,
                           .member = "earlier script",
                           .allowed = "no effect",
                           .observed = fmt::format("{} gives {}", oracle::function_name(deviation.call),
                                                   oracle::name_of(deviation.observed))}};
  deviation.contradicts.clear();
  // Any call has this rule.
  deviation.call = oracle::Call::create_route;
  deviation.observed = oracle::Status::success;
}

// The function that ends the script when it is repeated alone, and that the run no longer called when
// the script ran in it.
std::optional<std::string> function_no_longer_called(const oracle::Trace& alone,
                                                     const oracle::Trace& in_run) {
  const auto end = std::ranges::find_if_not(
      alone.steps, [](const oracle::Step& step) { return oracle::goes_on(step.reply.ending); });
  if (end == alone.steps.end()) return std::nullopt;
  std::string function = end->reply.ended_in;
  if (function.empty()) function = oracle::function_name(oracle::call_of(end->operation));
  const bool left_out = std::ranges::any_of(in_run.steps, [&](const oracle::Step& step) {
    return step.reply.ending == oracle::Ending::unavailable && step.reply.detail.starts_with(function);
  });
  return left_out ? std::optional{std::move(function)} : std::nullopt;
}

void end_at_different_calls(oracle::Trace& trace, oracle::Finding& deviation) {
  trace.steps[deviation.step].reply.ended_in = "different calls";
}

class Confirmation {
 public:
  Confirmation(reports::Summary& summary, const std::vector<Execution>& deviating,
               const ConfirmOptions& options)
      : summary_{summary},
        deviating_{deviating},
        options_{options},
        time_{options.time_limit, options.run} {}

  // What shows only after other scripts is the fault of netioconf_reset, and a crash that does not
  // repeat is no fault of the calls that it happened to meet.
  void attribute() {
    summary_.change(after_others_, show_what_reset_left);
    const bool met_no_call =
        std::ranges::any_of(unsteady_, [](const GroupKey& each) { return !each.ended_in.empty(); });
    if (unsteady_.size() > 1 || met_no_call) summary_.change(unsteady_, end_at_different_calls);
  }

  void confirm(const GroupKey& group, Judged example) {
    const Script script = reports::script_of(example.trace);
    if (time_.is_over()) return note(group, std::move(example), execution::needs_whole_run(time_, ""));
    auto alone = run_after(scripts_before(example.judgement), script);
    if (alone && has_group(*alone, group))
      return show(group, std::move(example), script, *std::move(alone));
    const auto ends_in = alone ? function_no_longer_called(alone->trace, example.trace) : std::nullopt;
    if (ends_in) {
      const auto because = fmt::format(
          "Repeated alone, the script ends in {}, which the run no longer called.", *ends_in);
      return note(group, std::move(example), execution::needs_whole_run(time_, because));
    }
    if (example.origin == reports::Origin::committed && use_another(group, example)) return;
    need_scripts_before(group, std::move(example), script);
  }

 private:
  enum class JudgedScripts : std::uint8_t { all, last };

  // The last of the scripts if all run in a fresh implementation; nullopt: there is none. If only the
  // last one is judged, no answer that the implementation gave before makes it a deviation.
  [[nodiscard]] std::optional<Execution> run_after(const std::vector<Script>& before, const Script& last,
                                                   JudgedScripts judged = JudgedScripts::all) {
    const auto begin = std::chrono::steady_clock::now();
    const auto fresh = execution::make_fresh(options_.implementation, options_.time_limit);
    if (!fresh) return std::nullopt;
    oracle::engine::Judge judge{options_.profile};
    for (const Script& script : before) {
      const oracle::Trace trace = (*fresh)->observe(script);
      if (judged == JudgedScripts::all) (void)judge.judge(trace);
    }
    auto execution = execution::shrink::run_and_judge(**fresh, judge, last);
    time_.add(std::chrono::steady_clock::now() - begin);
    return execution;
  }
  [[nodiscard]] bool shows(const std::vector<Script>& before, const Script& last, const GroupKey& group,
                           JudgedScripts judged = JudgedScripts::all) {
    const auto execution = run_after(before, last, judged);
    return execution && has_group(*execution, group);
  }

  // In a whole run more can be known of the answers that the implementation follows, so that less is
  // allowed. The example becomes what its replay command shows.
  void show(const GroupKey& group, Judged example, const Script& script, Execution alone) {
    const bool waited_longer = alone.script != script;
    if (alone.judgement == example.judgement || waited_longer) return;
    example.trace = std::move(alone.trace);
    example.judgement = std::move(alone.judgement);
    summary_.set_example(group, std::move(example));
  }

  // Those that showed which answers the implementation follows.
  [[nodiscard]] std::vector<Script> scripts_before(const oracle::Judgement& judgement) const {
    std::vector<Script> scripts;
    for (const oracle::Finding& finding : judgement.findings) {
      for (const oracle::Evidence& evidence : finding.contradicts) {
        auto script = options_.find_script(evidence.script);
        if (script) scripts.push_back(*std::move(script));
      }
    }
    return scripts;
  }

  [[nodiscard]] bool use_another(const GroupKey& group, const Judged& example) {
    std::size_t tried = 0;
    for (const Execution& other : deviating_) {
      if (other.script.name == example.trace.script || !has_group(other, group)) continue;
      if (++tried > other_examples_max || time_.is_over()) return false;
      if (!shows(scripts_before(other.judgement), other.script, group)) continue;
      summary_.use_committed_example(group, other.script.name);
      return true;
    }
    return false;
  }

  void need_scripts_before(const GroupKey& group, Judged example, const Script& script) {
    const auto& committed = options_.committed;
    const auto place = std::ranges::find(committed, example.trace.script, &Script::name);
    const std::vector<Script> earlier(committed.begin(), place);
    const auto shows_after = [&](const std::vector<Script>& before) {
      return shows(before, script, group);
    };
    const execution::NeededBefore needed =
        execution::needed_before(earlier, shows_after, time_, {"It deviates", "It did not deviate"});
    const bool ended = group.rule == "call.returns";
    const bool is_of_reset =
        needed.shows_after && options_.resets && !ended && !group.rule.starts_with("reset.") &&
        shows(needed.whole_run ? earlier : needed.scripts, script, group, JudgedScripts::last);
    if (is_of_reset) after_others_.insert(group);
    if (ended && needed.whole_run && !needed.shows_after && !time_.is_over()) unsteady_.insert(group);
    note(group, std::move(example), needed);
  }

  void note(const GroupKey& group, Judged example, const execution::NeededBefore& needed) {
    example.needed.whole_run = needed.whole_run;
    for (const Script& script : needed.scripts) example.needed.scripts.push_back(script.name);
    example.comment += (example.comment.empty() ? "" : " ") + needed.words;
    summary_.set_example(group, std::move(example));
  }

  reports::Summary& summary_;
  const std::vector<Execution>& deviating_;
  const ConfirmOptions& options_;
  execution::RepeatingTime time_;
  std::set<GroupKey> after_others_;  // kinds that need other scripts before
  std::set<GroupKey> unsteady_;      // ends of the implementation that did not repeat
};

}  // namespace

void confirm_examples(reports::Summary& summary, const std::vector<Execution>& deviating,
                      const ConfirmOptions& options) {
  auto examples = summary.examples();
  std::erase_if(examples, [&](const auto& each) {
    return each.second.needed.whole_run || options.is_known(each.first);
  });
  // Without a fresh implementation nothing can be said.
  if (examples.empty() || !execution::make_fresh(options.implementation, options.time_limit)) return;
  Confirmation confirmation{summary, deviating, options};
  for (auto& [group, example] : examples) confirmation.confirm(group, std::move(example));
  confirmation.attribute();
}

}  // namespace netioconf::conformance::search
