#include "conformance/shrink/deviation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "conformance/shrink/numbers.h"
#include "reports/phrases.h"

namespace netioconf::conformance {
namespace {

using oracle::Script;
using oracle::Verdict;
using reports::GroupKey;

// The deviation that was asked for, else the first.
std::optional<GroupKey> deviation_to_show(const Alone& alone, const std::optional<GroupKey>& wanted) {
  const std::vector<GroupKey> found = deviations_of(alone.trace, alone.judgement);
  if (found.empty()) return std::nullopt;
  if (wanted && std::find(found.begin(), found.end(), *wanted) != found.end()) return wanted;
  return found.front();
}

// The script with another in front, on the host of either.
std::vector<Script> with_in_front(const Script& earlier, const Script& later) {
  std::vector<Script> candidates = {joined(earlier, later)};
  if (earlier.host != later.host) {
    candidates.push_back(candidates.front());
    candidates.back().host = earlier.host;
  }
  return candidates;
}

// A script to shrink, and why it is one.
struct Start {
  Script script;
  GroupKey group;
  std::string of_evidence;
};

struct Search {
  Implementation& implementation;
  oracle::Profile profile;
  const std::optional<GroupKey>& wanted;

  [[nodiscard]] std::optional<Start> try_out(const Script& script, std::string of_evidence) const {
    const auto group = deviation_to_show(judge_alone(implementation, profile, script), wanted);
    if (!group) return std::nullopt;
    return Start{script, *group, std::move(of_evidence)};
  }
};

std::optional<Start> find_start(const Search& search, const Deviating& deviating,
                                const FindScript& find_script) {
  if (auto start = search.try_out(deviating.script, "")) return start;
  std::set<std::string> tried;
  for (const oracle::Evidence& evidence : deviating.contradicted) {
    if (!tried.insert(evidence.script).second) continue;
    const std::optional<Script> earlier = find_script(evidence.script);
    if (!earlier) continue;
    for (const Script& candidate : with_in_front(*earlier, deviating.script)) {
      if (auto start = search.try_out(candidate, evidence.script)) return start;
    }
  }
  return std::nullopt;
}

const oracle::Finding* finding_of(const Alone& alone, const GroupKey& group) {
  for (const oracle::Finding& finding : alone.judgement.findings) {
    if (finding.verdict == Verdict::deviates && reports::group_key(alone.trace, finding) == group) {
      return &finding;
    }
  }
  return nullptr;
}

Alone judge_once(Implementation& implementation, oracle::Judge& judge, Script script) {
  Alone alone{.script = std::move(script), .trace = {}, .judgement = {}};
  alone.trace = implementation.observe(alone.script);
  alone.judgement = judge.judge(alone.trace);
  return alone;
}

// How many callbacks the step should have brought and did not.
std::uint32_t missing_at(const oracle::Judgement& judgement, std::size_t step) {
  const std::vector<oracle::Mismatch>& mismatches = judgement.findings[step].mismatches;
  return static_cast<std::uint32_t>(
      std::count_if(mismatches.begin(), mismatches.end(), [](const oracle::Mismatch& mismatch) {
        return mismatch.member == "callback" && mismatch.observed == "none";
      }));
}

// The script with each wait for callbacks as long as it takes to get those that came, and at the one that
// deviates those that did not come.
Script waiting_for_the_missing(const Alone& alone) {
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

Alone judge_patiently(Implementation& implementation, oracle::Judge& judge, Script script) {
  Alone alone = judge_once(implementation, judge, std::move(script));
  // Each time that it waits for more it may get further, so there is an end to it.
  for (std::size_t round = 0; round <= alone.script.operations.size(); ++round) {
    Script patient = waiting_for_the_missing(alone);
    if (patient == alone.script) break;
    alone = judge_once(implementation, judge, std::move(patient));
  }
  return alone;
}

Alone judge_alone(Implementation& implementation, oracle::Profile profile, const Script& script) {
  oracle::Judge judge{profile};
  return judge_patiently(implementation, judge, script);
}

std::vector<GroupKey> deviations_of(const oracle::Trace& trace, const oracle::Judgement& judgement) {
  std::vector<GroupKey> groups;
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict == Verdict::deviates) groups.push_back(reports::group_key(trace, finding));
  }
  return groups;
}

StillFails deviates_so(Implementation& implementation, oracle::Profile profile, GroupKey group,
                       Waiting waiting) {
  return [&implementation, profile, group = std::move(group), waiting](const Script& script) {
    oracle::Judge judge{profile};
    const Alone alone = waiting == Waiting::patient ? judge_patiently(implementation, judge, script)
                                                    : judge_once(implementation, judge, script);
    return finding_of(alone, group) != nullptr;
  };
}

std::optional<Shown> shorten(Implementation& implementation, oracle::Profile profile,
                             const Deviating& deviating, const FindScript& find_script,
                             const ShrinkLimits& limits) {
  const Search search{implementation, profile, deviating.group};
  const std::optional<Start> start = find_start(search, deviating, find_script);
  if (!start) return std::nullopt;
  Shown shown{.group = start->group, .shrunk = {}, .alone = {}, .of_evidence = start->of_evidence};
  // Patience takes a second for each callback that does not come, so it is the last resort.
  for (const Waiting waiting : {Waiting::impatient, Waiting::patient}) {
    shown.shrunk =
        shrink(start->script, deviates_so(implementation, profile, shown.group, waiting), limits);
    shown.alone = judge_alone(implementation, profile, shown.shrunk.script);
    shown.shrunk.script = shown.alone.script;
    const bool shrank = shown.shrunk.end != ShrinkEnd::never_failed;
    if (shrank && finding_of(shown.alone, shown.group) != nullptr) return shown;
  }
  return std::nullopt;
}

std::string words_for(const GroupKey& group, const Alone& alone, const std::string& implementation) {
  std::string words =
      fmt::format("{}: {} against {}.", oracle::function_name(group.call), group.observed, group.rule);
  const oracle::Finding* finding = finding_of(alone, group);
  if (finding != nullptr && finding->mismatches.empty() && !finding->allowed.empty()) {
    words += "\nAllowed: " + reports::names_of(finding->allowed) + ".";
  }
  if (finding != nullptr && !finding->mismatches.empty()) {
    const oracle::Mismatch& mismatch = finding->mismatches.front();
    words +=
        fmt::format("\n{}: {} instead of {}.", mismatch.member, mismatch.observed, mismatch.allowed);
  }
  return words + fmt::format("\nFound in {}.", implementation);
}

}  // namespace netioconf::conformance
