#include "conformance/search/properties/minimized.h"

#include <algorithm>
#include <utility>

namespace netioconf::conformance::search::properties {
namespace {

using oracle::Script;
using reports::GroupKey;

// The result of checking the relation again, with the scripts that it ran.
struct RelationCheck {
  std::deque<execution::Execution> executions;
  std::optional<relations::Broken> broken;
};

RelationCheck check_again(const relations::Relation& relation, execution::Implementation& implementation,
                          oracle::readings::Profile profile, const Script& script) {
  RelationCheck checked;
  checked.broken = relation.check(script, [&](const Script& variant) -> const oracle::Trace& {
    checked.executions.push_back(execution::shrink::judge_alone(implementation, profile, variant));
    return checked.executions.back().trace;
  });
  return checked;
}

// Turns a broken relation into the finding of its step.
void to_finding(const relations::Broken& broken, const relations::Relation& relation,
                execution::Execution& execution) {
  oracle::Finding& finding = execution.judgement.findings[broken.step];
  finding.verdict = oracle::Verdict::deviates;
  finding.rule = broken.rule;
  finding.why = "it breaks a relation: " + std::string(relation.says);
  finding.mismatches = {{.rule = broken.rule,
                         .member = broken.member,
                         .allowed = broken.allowed,
                         .observed = broken.observed}};
}

GroupKey group_of(const relations::Broken& broken, const execution::Execution& execution) {
  return reports::group_key(execution.trace, execution.judgement.findings[broken.step]);
}

Minimized by_relation(execution::Implementation& implementation, const TestCase& test_case,
                      const MinimizeOptions& options) {
  const relations::Relation& relation = *test_case.relation;
  const auto still_fails = [&](const Script& script) {
    const RelationCheck checked = check_again(relation, implementation, options.profile, script);
    return checked.broken && checked.broken->rule == test_case.broken->rule;
  };
  const execution::shrink::Shrunk shrunk =
      execution::shrink::shrink(test_case.script, still_fails, options.limits);
  RelationCheck checked = check_again(relation, implementation, options.profile, shrunk.script);
  Minimized found{.end = shrunk.end, .runs = shrunk.runs, .relation = &relation};
  if (!checked.broken) {  // The failure does not always occur.
    found.stands_alone = false;
    const execution::Execution& execution = test_case.executions[test_case.broken->observation];
    checked.executions = {{execution.script, execution.trace, execution.judgement}};
    checked.broken = test_case.broken;
    checked.broken->observation = 0;
  }
  found.shown = std::move(checked.executions[checked.broken->observation]);
  to_finding(*checked.broken, relation, found.shown);
  found.group = group_of(*checked.broken, found.shown);
  return found;
}

}  // namespace

Minimized minimize(execution::Implementation& implementation, const execution::Execution& execution,
                   const GroupKey& group, std::vector<oracle::Evidence> known,
                   const MinimizeOptions& options) {
  execution::shrink::Deviating deviating{
      .script = execution.script, .group = group, .known = std::move(known)};
  if (const oracle::Finding* finding =
          execution::shrink::find_deviation(execution.trace, execution.judgement, group))
    deviating.contradicted = finding->contradicts;
  auto shown = execution::shrink::shorten(implementation, options.profile, deviating,
                                          options.find_script, options.limits);
  if (!shown) {
    return {.group = *deviating.group,
            .shown = {execution.script, execution.trace, execution.judgement},
            .end = execution::shrink::ShrinkEnd::never_failed,
            .stands_alone = false};
  }
  return {.group = std::move(shown->group),
          .shown = std::move(shown->alone),
          .end = shown->shrunk.end,
          .runs = shown->shrunk.runs};
}

Minimized minimize(execution::Implementation& implementation, const TestCase& test_case,
                   const GroupKey& group, std::vector<oracle::Evidence> known,
                   const MinimizeOptions& options) {
  for (const execution::Execution& execution : test_case.executions) {
    if (execution::shrink::find_deviation(execution.trace, execution.judgement, group) != nullptr)
      return minimize(implementation, execution, group, std::move(known), options);
  }
  return by_relation(implementation, test_case, options);
}

Minimized minimize(Search& search, execution::Implementation& implementation, const TestCase& test_case,
                   const GroupKey& group, const MinimizeOptions& options) {
  MinimizeOptions of_search = options;
  of_search.find_script = [&](const std::string& name) {
    auto script = search.test_cases().script(name);
    return script ? script : options.find_script(name);
  };
  return minimize(implementation, test_case, group, evidence_of(search.judge()), of_search);
}

std::vector<oracle::Evidence> evidence_of(const oracle::engine::Judge& judge) {
  std::vector<oracle::Evidence> all;
  for (const oracle::Followed& followed : judge.followed()) {
    all.insert(all.end(), followed.evidence.begin(), followed.evidence.end());
  }
  return all;
}

std::vector<GroupKey> groups_of(const TestCase& test_case) {
  std::vector<GroupKey> groups;
  for (const execution::Execution& execution : test_case.executions) {
    const std::vector<GroupKey> found =
        execution::shrink::deviations_of(execution.trace, execution.judgement);
    groups.insert(groups.end(), found.begin(), found.end());
  }
  if (groups.empty() && test_case.broken) {
    const execution::Execution& execution = test_case.executions[test_case.broken->observation];
    execution::Execution alone{execution.script, execution.trace, execution.judgement};
    to_finding(*test_case.broken, *test_case.relation, alone);
    groups.push_back(group_of(*test_case.broken, alone));
  }
  return groups;
}

}  // namespace netioconf::conformance::search::properties
