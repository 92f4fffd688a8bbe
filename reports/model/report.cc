#include "reports/model/report.h"

#include <algorithm>
#include <array>

#include "reports/model/exit_status.h"

namespace netioconf::reports::inline model {
namespace {

template <class Item>
const Item* find_named(const std::vector<Item>& items, std::string Item::* name,
                       std::string_view wanted) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.*name == wanted; });
  return found == items.end() ? nullptr : &*found;
}

bool has_new_deviations(const Report& report) {
  for (std::size_t group = 0; group < report.groups.size(); ++group) {
    if (new_findings(report, group) != 0) return true;
  }
  return false;
}

}  // namespace

Outcome outcome_of(const Report& report) {
  if (is_mutation_score(report)) return all_caught(report) ? Outcome::conforms : Outcome::deviates;
  if (has_new_deviations(report)) return Outcome::deviates;
  if (report.known && !report.known->stale.empty()) return Outcome::deviates;
  if (report.strictness == Strictness::strict && report.steps.undecided != 0) return Outcome::deviates;
  return report.steps.conforms + report.steps.deviates == 0 ? Outcome::empty : Outcome::conforms;
}

std::optional<int> exit_status_of(const Report& report) {
  switch (outcome_of(report)) {
    case Outcome::conforms:
      return exit_conforms;
    case Outcome::deviates:
      return exit_deviates;
    case Outcome::empty:
      break;
  }
  return std::nullopt;
}

std::string_view name_of(Outcome outcome) {
  static constexpr std::array<std::string_view, 3> names{"conforms", "deviates", "empty"};
  return names[static_cast<std::size_t>(outcome)];
}

std::string_view name_of(Origin origin) {
  return origin == Origin::committed ? "committed" : "generated";
}

std::string_view name_of(Staleness staleness) {
  static constexpr std::array<std::string_view, 3> names{"gone", "changed", "expired"};
  return names[static_cast<std::size_t>(staleness)];
}

std::string_view name_of(oracle::readings::Basis basis) {
  return basis == oracle::readings::Basis::documented ? "documented" : "observed";
}

const std::string& id_of(const Group& group) {
  return group.reading.empty() ? group.rule : group.reading;
}

std::uint64_t new_findings(const Report& report, std::size_t group) {
  if (!report.known) return report.groups[group].findings;
  std::uint64_t findings = 0;
  for (const Match& match : report.known->matches) {
    if (match.group == group && !match.entry) findings += match.findings;
  }
  return findings;
}

const RuleWords* find_rule_words(const Report& report, std::string_view id) {
  return find_named(report.rules, &RuleWords::id, id);
}

const QuestionWords* find_question_words(const Report& report, std::string_view id) {
  return find_named(report.questions, &QuestionWords::id, id);
}

const ScriptResult* find_script(const Report& report, std::string_view name) {
  return find_named(report.scripts, &ScriptResult::name, name);
}

oracle::Script script_of(const oracle::Trace& trace) {
  oracle::Script script{.name = trace.script, .host = trace.host, .operations = {}};
  for (const oracle::Step& step : trace.steps) {
    if (!step.probe) script.operations.push_back(step.operation);
  }
  return script;
}

bool is_mutation_score(const Report& report) {
  return !report.mutant_results.empty() && report.scripts.empty();
}

bool all_caught(const Report& report) {
  return std::all_of(report.mutant_results.begin(), report.mutant_results.end(),
                     [](const MutantResult& result) { return result.caught_after_s.has_value(); });
}

}  // namespace netioconf::reports::inline model
