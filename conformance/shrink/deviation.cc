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

}  // namespace

Alone judge_alone(Implementation& implementation, oracle::Profile profile, const Script& script) {
  Alone alone{.trace = implementation.observe(script), .judgement = {}};
  alone.judgement = oracle::Judge{profile}.judge(alone.trace);
  return alone;
}

std::vector<GroupKey> deviations_of(const oracle::Trace& trace, const oracle::Judgement& judgement) {
  std::vector<GroupKey> groups;
  for (const oracle::Finding& finding : judgement.findings) {
    if (finding.verdict == Verdict::deviates) groups.push_back(reports::group_key(trace, finding));
  }
  return groups;
}

StillFails deviates_so(Implementation& implementation, oracle::Profile profile, GroupKey group) {
  return [&implementation, profile, group = std::move(group)](const Script& script) {
    const Alone alone = judge_alone(implementation, profile, script);
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
  shown.shrunk = shrink(start->script, deviates_so(implementation, profile, start->group), limits);
  shown.alone = judge_alone(implementation, profile, shown.shrunk.script);
  return shown;
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
