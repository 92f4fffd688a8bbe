#include "reports/model/contradiction.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/model/report.h"

namespace netioconf::reports::inline model {
namespace {

using Four = std::array<double, 4>;  // by verdict

Four four(const Counts& counts) {
  return {counts.conforms(), counts.deviates(), counts.undecided(), counts.skipped()};
}

// Generated scripts are counted and not listed, so that there may be more of them.
std::string wrong_sum(const Report& report, const char* member, const Four& counted,
                      const Four& listed) {
  for (std::size_t verdict = 0; verdict < counted.size(); ++verdict) {
    const bool matches = report.searches().empty() ? counted[verdict] == listed[verdict]
                                                   : counted[verdict] >= listed[verdict];
    if (matches) continue;
    return fmt::format("{}: {} is {}, but the scripts have {}", member,
                       Verdict::Value_Name(static_cast<Verdict::Value>(verdict)), counted[verdict],
                       listed[verdict]);
  }
  return "";
}

std::string wrong_script_counts(const Report& report) {
  Four scripts{};
  Four steps{};
  for (const ScriptResult& script : report.scripts()) {
    if (script.origin() != Origin::committed) continue;
    ++scripts[static_cast<std::size_t>(script.verdict())];
    const Four own = four(script.steps());
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i] += own[i];
  }
  const std::string wrong = wrong_sum(report, "scripts_count", four(report.scripts_count()), scripts);
  return wrong.empty() ? wrong_sum(report, "steps", four(report.steps()), steps) : wrong;
}

std::string wrong_group(const Report& report) {
  for (const Group& group : report.groups()) {
    double findings = group.generated_findings();
    for (const Occurrence& script : group.scripts()) findings += script.findings();
    if (findings != group.findings()) {
      return fmt::format("groups: {} has {} findings, but its scripts have {}", id_of(group),
                         group.findings(), findings);
    }
  }
  return "";
}

std::string rule_without_words(const Report& report) {
  const auto missing = [&](const std::string& rule) { return find_rule_words(report, rule) == nullptr; };
  for (const Group& group : report.groups()) {
    if (missing(group.rule())) return "groups: rules has no " + group.rule();
  }
  for (const RuleCounts& rule : report.coverage().rules()) {
    if (missing(rule.rule())) return "coverage: rules has no " + rule.rule();
  }
  for (const FollowedReading& reading : report.readings()) {
    if (find_question_words(report, reading.question()) == nullptr)
      return "readings: questions has no " + reading.question();
  }
  return "";
}

std::string wrong_outcome(const Report& report) {
  Report settled = report;
  settle(settled);
  if (settled.outcome() != report.outcome()) {
    return fmt::format("outcome: it is {}, but the groups and counts give {}",
                       Outcome::Value_Name(report.outcome()), Outcome::Value_Name(settled.outcome()));
  }
  for (int i = 0; i < report.groups_size(); ++i) {
    if (settled.groups(i).new_findings() != report.groups(i).new_findings())
      return "groups: new_findings of " + id_of(report.groups(i)) + " contradicts the known list";
  }
  return "";
}

}  // namespace

std::string contradiction_in(const Report& report) {
  for (const auto find : {wrong_script_counts, wrong_group, rule_without_words, wrong_outcome}) {
    if (std::string found = find(report); !found.empty()) return found;
  }
  return "";
}

}  // namespace netioconf::reports::inline model
