#include "reports/model/report.h"

#include <algorithm>
#include <tuple>

#include "reports/model/exit_status.h"

namespace netioconf::reports::inline model {
namespace {

template <class Items>
auto find_id(const Items& items, std::string_view id) {
  const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.id() == id; });
  return found == items.end() ? nullptr : &*found;
}

double count_new(const Report& report, int index) {
  if (!report.has_known()) return report.groups(index).findings();
  double findings = 0;
  for (const Match& match : report.known().matches()) {
    if (static_cast<int>(match.group()) == index && !match.has_entry()) findings += match.findings();
  }
  return findings;
}

Outcome::Value outcome_of(const Report& report) {
  const auto is_caught = [](const MutantResult& result) { return result.has_caught_after_s(); };
  if (is_mutation_score(report)) {
    const bool all = std::ranges::all_of(report.mutants(), is_caught);
    if (!all) return Outcome::deviates;
    return report.unfinished().empty() ? Outcome::conforms : Outcome::too_little;
  }
  const auto is_new = [](const Group& group) { return group.new_findings() != 0; };
  if (std::ranges::any_of(report.groups(), is_new)) return Outcome::deviates;
  if (report.known().stale_size() != 0) return Outcome::deviates;
  if (report.strict() && report.steps().undecided() != 0) return Outcome::deviates;
  if (report.steps().conforms() + report.steps().deviates() == 0) return Outcome::empty;
  const bool is_whole = report.too_little_size() == 0 && report.unfinished().empty();
  return is_whole ? Outcome::conforms : Outcome::too_little;
}

}  // namespace

void settle(Report& report) {
  for (int i = 0; i < report.groups_size(); ++i)
    report.mutable_groups(i)->set_new_findings(count_new(report, i));
  report.set_format(report_format);
  report.set_outcome(outcome_of(report));
}

std::optional<int> exit_status_of(const Report& report) {
  if (report.outcome() == Outcome::empty || report.outcome() == Outcome::too_little) return std::nullopt;
  return report.outcome() == Outcome::conforms ? exit_conforms : exit_deviates;
}

const std::string& id_of(const Group& group) {
  return group.reading().empty() ? group.rule() : group.reading();
}

const ScriptResult& shortest_script(const Report& report, const Group& group) {
  return report.scripts(static_cast<int>(group.shortest().index()));
}

const StepResult& shortest_step(const Report& report, const Group& group) {
  const auto& steps = shortest_script(report, group).findings();
  const auto found = std::ranges::find_if(
      steps, [&](const StepResult& step) { return step.step() == group.shortest().step(); });
  return found == steps.end() ? StepResult::default_instance() : *found;
}

const RuleWords* find_rule_words(const Report& report, std::string_view id) {
  return find_id(report.rules(), id);
}

const QuestionWords* find_question_words(const Report& report, std::string_view id) {
  return find_id(report.questions(), id);
}

void sort_reasons(google::protobuf::RepeatedPtrField<Reason>& reasons) {
  const auto order_of = [](const Reason& reason) {
    return std::tuple{-reason.steps(), -reason.scripts(), std::string_view{reason.why()}};
  };
  std::ranges::sort(reasons, {}, order_of);
}

void omit_exports(Report& report, std::size_t kept) {
  std::size_t seen = 0;
  for (ScriptResult& script : *report.mutable_scripts()) {
    if (!script.exports().empty() && ++seen > kept) script.clear_exports();
  }
}

oracle::Script script_of(const oracle::Trace& trace) {
  oracle::Script script{.name = trace.script, .host = trace.wanted_host.value_or(trace.host)};
  for (const oracle::Step& step : trace.steps) {
    if (!step.probe) script.operations.push_back(step.operation);
  }
  return script;
}

bool is_mutation_score(const Report& report) {
  return report.mutants_size() != 0 && report.scripts_size() == 0;
}

MutantResult mutant_result(std::string_view mutant, std::string_view rule, const char* by,
                           std::optional<double> caught_after_s) {
  MutantResult result;
  result.set_mutant(std::string{mutant});
  result.set_rule(std::string{rule});
  result.set_by(by);
  if (caught_after_s) result.set_caught_after_s(*caught_after_s);
  return result;
}

Profile::Value message_of(oracle::readings::Profile profile) {
  return profile == oracle::readings::Profile::documented ? Profile::documented : Profile::windows;
}

oracle::readings::Profile profile_of(const Report& report) {
  return report.profile() == Profile::documented ? oracle::readings::Profile::documented
                                                 : oracle::readings::Profile::windows;
}

}  // namespace netioconf::reports::inline model
