#include "conformance/search/properties/minimized.h"

#include <algorithm>
#include <utility>

namespace netioconf::conformance::search::properties {
namespace {

using oracle::Script;
using reports::GroupKey;

// The result of checking the relation again, with the scripts that it ran.
struct AskedScript {
  std::deque<execution::Execution> attempts;
  std::optional<relations::Broken> broken;
};

AskedScript ask(const relations::Relation& relation, execution::Implementation& implementation,
                oracle::readings::Profile profile, const Script& script) {
  AskedScript asked;
  asked.broken = relation.check(script, [&](const Script& variant) -> const oracle::Trace& {
    asked.attempts.push_back(execution::shrink::judge_alone(implementation, profile, variant));
    return asked.attempts.back().trace;
  });
  return asked;
}

// Turns a broken relation into the finding of its step.
void to_finding(const relations::Broken& broken, const relations::Relation& relation,
                execution::Execution& attempt) {
  oracle::Finding& finding = attempt.judgement.findings[broken.step];
  finding.verdict = oracle::Verdict::deviates;
  finding.rule = broken.rule;
  finding.why = "it breaks a relation: " + std::string(relation.says);
  finding.mismatches = {{.rule = broken.rule,
                         .member = broken.member,
                         .allowed = broken.allowed,
                         .observed = broken.observed}};
}

GroupKey group_of(const relations::Broken& broken, const execution::Execution& attempt) {
  return reports::group_key(attempt.trace, attempt.judgement.findings[broken.step]);
}

Minimized by_relation(execution::Implementation& implementation, const TestCase& test_case,
                      const MinimizeOptions& options) {
  const relations::Relation& relation = *test_case.relation;
  const auto still_fails = [&](const Script& script) {
    const AskedScript asked = ask(relation, implementation, options.profile, script);
    return asked.broken && asked.broken->rule == test_case.broken->rule;
  };
  const execution::shrink::Shrunk shrunk =
      execution::shrink::shrink(test_case.script, still_fails, options.limits);
  AskedScript asked = ask(relation, implementation, options.profile, shrunk.script);
  Minimized found{
      .group = {}, .shown = {}, .end = shrunk.end, .runs = shrunk.runs, .relation = &relation};
  if (!asked.broken) {  // The failure does not always occur.
    found.stands_alone = false;
    const execution::Execution& attempt = test_case.attempts[test_case.broken->observation];
    asked.attempts = {{attempt.script, attempt.trace, attempt.judgement}};
    asked.broken = test_case.broken;
    asked.broken->observation = 0;
  }
  found.shown = std::move(asked.attempts[asked.broken->observation]);
  to_finding(*asked.broken, relation, found.shown);
  found.group = group_of(*asked.broken, found.shown);
  return found;
}

const oracle::Finding* finding_of(const execution::Execution& attempt, const GroupKey& group) {
  for (const oracle::Finding& finding : attempt.judgement.findings) {
    if (finding.verdict == oracle::Verdict::deviates &&
        reports::group_key(attempt.trace, finding) == group) {
      return &finding;
    }
  }
  return nullptr;
}

}  // namespace

Minimized minimize(execution::Implementation& implementation, const execution::Execution& attempt,
                   const GroupKey& group, std::vector<oracle::Evidence> known,
                   const MinimizeOptions& options) {
  execution::shrink::Deviating deviating{
      .script = attempt.script, .group = group, .contradicted = {}, .known = std::move(known)};
  if (const oracle::Finding* finding = finding_of(attempt, group)) {
    deviating.contradicted = finding->contradicts;
  }
  auto shown = execution::shrink::shorten(implementation, options.profile, deviating,
                                          options.find_script, options.limits);
  if (!shown) {
    return {.group = *deviating.group,
            .shown = {attempt.script, attempt.trace, attempt.judgement},
            .end = execution::shrink::ShrinkEnd::never_failed,
            .stands_alone = false};
  }
  return {.group = std::move(shown->group),
          .shown = std::move(shown->alone),
          .end = shown->shrunk.end,
          .runs = shown->shrunk.runs};
}

Minimized minimize(Search& search, execution::Implementation& implementation, const TestCase& test_case,
                   const GroupKey& group, const MinimizeOptions& options) {
  for (const execution::Execution& attempt : test_case.attempts) {
    if (finding_of(attempt, group) == nullptr) continue;
    MinimizeOptions of_search = options;
    of_search.find_script = [&](const std::string& name) {
      auto script = search.script(name);
      return script ? script : options.find_script(name);
    };
    return minimize(implementation, attempt, group, evidence_of(search.judge()), of_search);
  }
  return by_relation(implementation, test_case, options);
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
  for (const execution::Execution& attempt : test_case.attempts) {
    const std::vector<GroupKey> found =
        execution::shrink::deviations_of(attempt.trace, attempt.judgement);
    groups.insert(groups.end(), found.begin(), found.end());
  }
  if (groups.empty() && test_case.broken) {
    const execution::Execution& attempt = test_case.attempts[test_case.broken->observation];
    execution::Execution alone{attempt.script, attempt.trace, attempt.judgement};
    to_finding(*test_case.broken, *test_case.relation, alone);
    groups.push_back(group_of(*test_case.broken, alone));
  }
  return groups;
}

}  // namespace netioconf::conformance::search::properties
