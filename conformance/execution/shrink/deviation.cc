#include "conformance/execution/shrink/deviation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conformance/execution/shrink/hosts.h"
#include "corpora/script.pb.h"
#include "oracle/model/calls.h"
#include "reports/words/phrases.h"

namespace netioconf::conformance::execution::shrink {
namespace {

using oracle::Script;
using oracle::Verdict;
using reports::GroupKey;

// The requested deviation if it is present, else the first one.
std::optional<GroupKey> deviation_to_show(const execution::Execution& alone,
                                          const std::optional<GroupKey>& wanted) {
  const std::vector<GroupKey> found = deviations_of(alone.trace, alone.judgement);
  if (found.empty()) return std::nullopt;
  if (wanted && std::ranges::find(found, *wanted) != found.end()) return wanted;
  return found.front();
}

// A script to shrink, its deviation, and the scripts placed before it.
struct Beginning {
  Script script;
  GroupKey group;
  std::vector<std::string> evidence;
};

std::vector<std::string> names_of(const std::vector<oracle::Evidence>& evidence) {
  std::vector<std::string> names;
  for (const oracle::Evidence& each : evidence) {
    if (std::ranges::find(names, each.script) == names.end()) names.push_back(each.script);
  }
  return names;
}

// Looks for earlier scripts to place before a script until the combination deviates.
class Front {
 public:
  Front(Implementation& implementation, oracle::readings::Profile profile, const Deviating& deviating,
        const FindScript& find_script)
      : implementation_{implementation},
        profile_{profile},
        deviating_{deviating},
        find_script_{find_script} {}

  [[nodiscard]] std::optional<Beginning> find() const {
    if (auto start = try_out(deviating_.script, {})) return start;
    for (const std::string& cited : names_of(deviating_.contradicted)) {
      for (const Script& candidate : with_one(cited, deviating_.script)) {
        if (auto start = try_out(candidate, {cited})) return start;
      }
    }
    // Another reading may explain the answer. It was excluded by a script that the deviation does not
    // cite.
    for (const std::string& cited : names_of(deviating_.contradicted)) {
      for (const Script& candidate : with_one(cited, deviating_.script)) {
        if (auto start = find_second(candidate, cited)) return start;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Beginning> find_second(const Script& with_cited,
                                                     const std::string& cited) const {
    for (const std::string& other : names_of(deviating_.known)) {
      if (other == cited) continue;
      for (const Script& candidate : with_one(other, with_cited)) {
        if (auto start = try_out(candidate, {other, cited})) return start;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<Script> with_one(const std::string& name, const Script& later) const {
    const std::optional<Script> earlier = find_script_(name);
    return earlier ? with_in_front(*earlier, later) : std::vector<Script>{};
  }

  [[nodiscard]] std::optional<Beginning> try_out(const Script& script,
                                                 std::vector<std::string> evidence) const {
    const execution::Execution alone = judge_alone(implementation_, profile_, script);
    const auto group = deviation_to_show(alone, deviating_.group);
    if (!group) return std::nullopt;
    return Beginning{script, *group, std::move(evidence)};
  }

  Implementation& implementation_;
  oracle::readings::Profile profile_;
  const Deviating& deviating_;
  const FindScript& find_script_;
};

// The number of expected callbacks that the step did not receive.
std::uint32_t missing_at(const oracle::Judgement& judgement, std::size_t step) {
  const std::vector<oracle::Mismatch>& mismatches = judgement.findings[step].mismatches;
  return static_cast<std::uint32_t>(
      std::ranges::count_if(mismatches, [](const oracle::Mismatch& mismatch) {
        return mismatch.member == "callback" && mismatch.observed == "none";
      }));
}

// The script in which each wait requires the callbacks that came. The wait that deviates also requires
// those that did not come.
Script waiting_for_the_missing(const execution::Execution& alone) {
  Script script = alone.script;
  std::size_t position = 0;
  for (std::size_t step = 0; step < alone.trace.steps.size(); ++step) {
    if (alone.trace.steps[step].probe) continue;
    if (position == script.operations.size()) break;
    auto* collect = std::get_if<oracle::CollectCall>(&script.operations[position++]);
    if (collect == nullptr) continue;
    const std::uint32_t missing = missing_at(alone.judgement, step);
    const auto came = static_cast<std::uint32_t>(alone.trace.steps[step].reply.notifications.size());
    collect->at_least = std::max(collect->at_least, came + missing);
    if (missing != 0) return script;
  }
  return alone.script;
}

}  // namespace

void await_callbacks(Implementation& implementation, const oracle::engine::Judge& judge,
                     execution::Execution& execution) {
  if (implementation.callbacks() == implementations::Callbacks::at_once) return;
  const bool collects = std::ranges::any_of(execution.script.operations, [](const auto& operation) {
    return std::holds_alternative<oracle::CollectCall>(operation);
  });
  if (!collects) return;
  // Each round can run further into the script, so there are at most as many rounds as operations.
  for (std::size_t round = 0; round <= execution.script.operations.size(); ++round) {
    execution.judgement = judge.with_the_same_knowledge().judge(execution.trace);
    Script patient = waiting_for_the_missing(execution);
    if (patient == execution.script) break;
    execution.script = std::move(patient);
    execution.trace = implementation.observe(execution.script);
  }
}

execution::Execution run_and_judge(Implementation& implementation, oracle::engine::Judge& judge,
                                   Script script, Waiting waiting) {
  execution::Execution alone{.script = std::move(script)};
  alone.trace = implementation.observe(alone.script);
  if (waiting == Waiting::patient) await_callbacks(implementation, judge, alone);
  alone.judgement = judge.judge(alone.trace);
  return alone;
}

execution::Execution judge_alone(Implementation& implementation, oracle::readings::Profile profile,
                                 const Script& script) {
  oracle::engine::Judge judge{profile};
  return run_and_judge(implementation, judge, script);
}

std::vector<GroupKey> deviations_of(const oracle::Trace& trace, const oracle::Judgement& judgement) {
  std::vector<GroupKey> groups;
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict == Verdict::deviates) groups.push_back(reports::group_key(trace, finding));
  }
  return groups;
}

const oracle::Finding* find_deviation(const oracle::Trace& trace, const oracle::Judgement& judgement,
                                      const GroupKey& group) {
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict == Verdict::deviates && reports::group_key(trace, finding) == group)
      return &finding;
  }
  return nullptr;
}

StillFails deviates_so(Implementation& implementation, oracle::readings::Profile profile, GroupKey group,
                       Waiting waiting) {
  return [&implementation, profile, group = std::move(group), waiting](const Script& script) {
    oracle::engine::Judge judge{profile};
    const execution::Execution alone = run_and_judge(implementation, judge, script, waiting);
    return find_deviation(alone.trace, alone.judgement, group) != nullptr;
  };
}

std::optional<Shown> shorten(Implementation& implementation, oracle::readings::Profile profile,
                             const Deviating& deviating, const FindScript& find_script,
                             const ShrinkLimits& limits) {
  const std::optional<Beginning> start = Front{implementation, profile, deviating, find_script}.find();
  if (!start) return std::nullopt;
  Shown shown{.group = start->group, .evidence = start->evidence};
  // Patient waiting takes a second for each callback that does not come, so it is tried last.
  for (const Waiting waiting : {Waiting::impatient, Waiting::patient}) {
    shown.shrunk =
        shrink(start->script, deviates_so(implementation, profile, shown.group, waiting), limits);
    shown.alone = judge_alone(implementation, profile, shown.shrunk.script);
    shown.shrunk.script = shown.alone.script;
    const bool shrank = shown.shrunk.end != ShrinkEnd::never_failed;
    if (shrank && find_deviation(shown.alone.trace, shown.alone.judgement, shown.group) != nullptr)
      return shown;
  }
  return std::nullopt;
}

std::string idea_for(const reports::GroupKey& group) {
  std::string idea =
      group.ended_in.empty() ? std::string{oracle::info_of(group.call).name} : group.ended_in;
  std::ranges::replace(idea, ' ', '_');
  idea += "_" + group.observed;
  if (!group.reading.empty()) idea += "_" + group.reading;
  std::ranges::replace(idea, '-', '_');
  return idea;
}

std::string words_for(const GroupKey& group, const execution::Execution& alone) {
  constexpr std::size_t most_columns = 90;
  std::string words =
      fmt::format("{}: {} against {}", reports::function_of(group), group.observed, group.rule);
  const oracle::Finding* finding = find_deviation(alone.trace, alone.judgement, group);
  if (finding == nullptr) return words + ".";
  std::string more;
  if (!finding->mismatches.empty()) {
    const oracle::Mismatch& mismatch = finding->mismatches.front();
    more = fmt::format(", {} {} instead of {}", mismatch.member, mismatch.observed, mismatch.allowed);
  } else if (!finding->allowed.empty()) {
    more = ", allowed: " + reports::words::names_of(finding->allowed);
  }
  if (words.size() + more.size() < most_columns) words += more;
  return words + ".";
}

}  // namespace netioconf::conformance::execution::shrink
