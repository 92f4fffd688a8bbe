#include "conformance/search/confirm_examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "conformance/implementations/child/interruption.h"
#include "oracle/engine/judge.h"
#include "reports/model/report.h"

namespace netioconf::conformance::search {
namespace {

using execution::Execution;
using oracle::Script;
using reports::GroupKey;
using reports::Judged;

// Some implementations take seconds to start, and some calls hang.
constexpr std::chrono::seconds confirming_time_max{60};
// Of a kind whose example does not deviate alone.
constexpr std::size_t other_examples_max = 8;
// Scripts before the example, each tried as the one that it needs.
constexpr std::size_t scripts_before_max = 8;

// Without any script before. Foreign code runs in a child.
execution::MadeImplementation make_fresh(const ConfirmOptions& options) {
  return execution::make_implementation(options.implementation,
                                        {.isolation = implementations::Isolation::foreign_code,
                                         .time_limit = options.time_limit,
                                         .keep_going = true});
}

bool has_group(const Execution& execution, const GroupKey& group) {
  const auto groups = execution::shrink::deviations_of(execution.trace, execution.judgement);
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

class Confirmation {
 public:
  Confirmation(reports::Summary& summary, const std::vector<Execution>& deviating,
               const ConfirmOptions& options)
      : summary_{summary}, deviating_{deviating}, options_{options} {}

  void confirm(const GroupKey& group, Judged example) {
    const Script script = reports::script_of(example.trace);
    if (is_over()) return need_whole_run(group, std::move(example), "");
    if (shows(scripts_before(example.judgement), script, group)) return;
    if (example.origin == reports::Origin::committed && use_another(group, example)) return;
    need_scripts_before(group, std::move(example), script);
  }

 private:
  [[nodiscard]] bool is_over() const {
    return implementations::child::interruption() != 0 || std::chrono::steady_clock::now() >= end_;
  }

  // Whether the last of the scripts has the deviation if all run in a fresh implementation.
  [[nodiscard]] bool shows(const std::vector<Script>& before, const Script& last,
                           const GroupKey& group) const {
    const auto fresh = make_fresh(options_);
    if (!fresh) return false;
    oracle::engine::Judge judge{options_.profile};
    for (const Script& script : before) (void)judge.judge((*fresh)->observe(script));
    return has_group(execution::shrink::judge_patiently(**fresh, judge, last), group);
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
      if (++tried > other_examples_max || is_over()) return false;
      if (!shows(scripts_before(other.judgement), other.script, group)) continue;
      summary_.use_committed_example(group, other.script.name);
      return true;
    }
    return false;
  }

  void need_scripts_before(const GroupKey& group, Judged example, const Script& script) {
    const auto& committed = options_.committed;
    const auto place = std::find_if(committed.begin(), committed.end(), [&](const Script& each) {
      return each.name == example.trace.script;
    });
    const std::vector<Script> before(committed.begin(), place);
    for (std::size_t back = 1; back <= std::min(before.size(), scripts_before_max) && !is_over();
         ++back) {
      const Script& earlier = before[before.size() - back];
      if (!shows({earlier}, script, group)) continue;
      example.needed.scripts = {earlier.name};
      return note(group, std::move(example), fmt::format("It deviates only after {}.", earlier.name));
    }
    const bool again = !is_over() && shows(before, script, group);
    need_whole_run(group, std::move(example),
                   again ? "It deviates only after the scripts before it."
                         : "It did not deviate again when it was repeated.");
  }

  void need_whole_run(const GroupKey& group, Judged example, const std::string& words) {
    example.needed.whole_run = true;
    note(group, std::move(example),
         implementations::child::interruption() != 0
             ? "The run was interrupted before the script was repeated alone."
         : is_over() ? "There was no time left to repeat the script alone."
                     : words);
  }

  void note(const GroupKey& group, Judged example, const std::string& words) {
    example.comment += (example.comment.empty() ? "" : " ") + words;
    summary_.set_example(group, std::move(example));
  }

  reports::Summary& summary_;
  const std::vector<Execution>& deviating_;
  const ConfirmOptions& options_;
  const std::chrono::steady_clock::time_point end_ =
      std::chrono::steady_clock::now() + confirming_time_max;
};

}  // namespace

void confirm_examples(reports::Summary& summary, const std::vector<Execution>& deviating,
                      const ConfirmOptions& options) {
  auto examples = summary.examples();
  std::erase_if(examples, [&](const auto& each) {
    return each.second.needed.whole_run || options.is_known(each.first);
  });
  // Without a fresh implementation nothing can be said.
  if (examples.empty() || !make_fresh(options)) return;
  Confirmation confirmation{summary, deviating, options};
  for (auto& [group, example] : examples) confirmation.confirm(group, std::move(example));
}

}  // namespace netioconf::conformance::search
