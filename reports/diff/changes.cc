#include "reports/diff/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "reports/diff/comparison.h"
#include "reports/diff/group_pairs.h"
#include "reports/model/reach.h"
#include "reports/model/report.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff {
namespace {

// The step that decided the verdict of a script; one without members if none is reported.
const StepResult& deciding_step(const ScriptResult& script) {
  for (const StepResult& step : script.findings()) {
    if (step.verdict() == script.verdict()) return step;
  }
  return StepResult::default_instance();
}

std::string verdict_text(const ScriptResult& script) {
  const std::string& rule = deciding_step(script).rule();
  return Verdict::Value_Name(script.verdict()) + (rule.empty() ? "" : " from " + rule);
}

// What the verdict rests on: the rule, else the reason.
std::string cause_of(const ScriptResult& script) {
  const StepResult& step = deciding_step(script);
  if (!step.rule().empty()) return step.rule();
  return step.why().empty() ? script.skipped() : step.why();
}

std::string where_of(const ScriptResult& script) {
  const StepResult& step = deciding_step(script);
  return step.call().empty() ? "" : fmt::format("{}: {}: {}", step.place(), step.call(), step.reply());
}

void add_script(const ScriptResult& before, const ScriptResult& after, Changes& changes) {
  if (verdict_text(before) == verdict_text(after)) return;
  ScriptChange& change = *changes.add_scripts();
  change.set_name(after.name());
  change.set_before(verdict_text(before));
  change.set_after(verdict_text(after));
  const std::string cause = cause_of(after);
  change.set_because(cause.empty() ? cause_of(before) : cause);
  const std::string where = where_of(after);
  change.set_where(where.empty() ? where_of(before) : where);
}

using ScriptsByName = std::map<std::string, const ScriptResult*>;

ScriptsByName committed_scripts(const Report& report) {
  ScriptsByName scripts;
  for (const ScriptResult& script : report.scripts()) {
    if (script.origin() == Origin::committed) scripts.emplace(script.name(), &script);
  }
  return scripts;
}

void add_scripts(const Report& before, const Report& after, Changes& changes) {
  const ScriptsByName old = committed_scripts(before);
  const ScriptsByName now = committed_scripts(after);
  for (const auto& [name, script] : now) {
    const auto found = old.find(name);
    if (found == old.end()) changes.add_scripts_added(name);
    if (found != old.end()) add_script(*found->second, *script, changes);
  }
  for (const auto& [name, script] : old) {
    if (!now.contains(name)) changes.add_scripts_gone(name);
  }
}

void add_rules(const Report& before, const Report& after, Changes& changes) {
  std::map<std::string, std::pair<std::string, std::string>> rules;
  for (const RuleWords& rule : before.rules())
    rules[rule.id()].first = words::source_text(before, rule.id());
  for (const RuleWords& rule : after.rules())
    rules[rule.id()].second = words::source_text(after, rule.id());
  for (const auto& [rule, texts] : rules) {
    if (texts.first == texts.second) continue;
    RuleChange& change = *changes.add_rules();
    change.set_rule(rule);
    change.set_fate(texts.first.empty()    ? Fate::added
                    : texts.second.empty() ? Fate::gone
                                           : Fate::changed);
    change.set_before(texts.first);
    change.set_after(texts.second);
  }
}

void add_functions(const Report& before, const Report& after, Changes& changes) {
  const std::vector<std::string> old = missing_functions(before);
  for (std::string& name : missing_functions(after)) {
    if (std::ranges::find(old, name) == old.end()) changes.add_functions_gone(std::move(name));
  }
}

void add_notes(Changes& changes) {
  const auto note = [&](const char* what, const std::string& old, const std::string& now) {
    if (old != now) changes.add_notes(fmt::format("{}: {} before, {} after", what, old, now));
  };
  const ReportSource& before = changes.before();
  const ReportSource& after = changes.after();
  note("the implementations differ", before.implementation(), after.implementation());
  note("the profiles differ", Profile::Value_Name(before.profile()),
       Profile::Value_Name(after.profile()));
  note("the versions of the implementation differ", before.implementation_version(),
       after.implementation_version());
  note("the versions of netioconf differ", before.version(), after.version());
  note("the catalogues differ", before.catalogue(), after.catalogue());
}

}  // namespace

ReportSource source_of(const NamedReport& named) {
  ReportSource source;
  source.set_path(named.path);
  source.set_implementation(named.report.implementation());
  source.set_profile(named.report.profile());
  source.set_version(named.report.version());
  source.set_outcome(named.report.outcome());
  source.set_implementation_version(named.report.implementation_version());
  source.set_catalogue(named.report.catalogue());
  return source;
}

std::vector<ReadingChange> reading_changes(const Report& before, const Report& after) {
  const std::string not_asked = followed_text(nullptr);
  std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> readings;
  for (const FollowedReading& one : before.readings())
    readings[{one.question(), one.subject()}] = {followed_text(&one), not_asked};
  for (const FollowedReading& one : after.readings()) {
    const auto [place, is_new] = readings.try_emplace({one.question(), one.subject()}, not_asked, "");
    place->second.second = followed_text(&one);
  }
  std::vector<ReadingChange> changes;
  for (const auto& [asked, texts] : readings) {
    if (texts.first == texts.second) continue;
    ReadingChange& change = changes.emplace_back();
    change.set_question(asked.first);
    change.set_subject(asked.second);
    change.set_before(texts.first);
    change.set_after(texts.second);
  }
  return changes;
}

Changes changes_between(const NamedReport& before, const NamedReport& after, std::string command) {
  Changes changes;
  changes.set_kind("changes");
  changes.set_format(report_format);
  changes.set_command(std::move(command));
  *changes.mutable_before() = source_of(before);
  *changes.mutable_after() = source_of(after);
  add_notes(changes);
  add_group_changes(before.report, after.report, changes);
  add_scripts(before.report, after.report, changes);
  for (ReadingChange& change : reading_changes(before.report, after.report))
    *changes.add_readings() = std::move(change);
  add_rules(before.report, after.report, changes);
  add_functions(before.report, after.report, changes);
  return changes;
}

std::size_t count_of(const Changes& changes, Fate::Value fate) {
  return static_cast<std::size_t>(std::ranges::count_if(
      changes.deviations(), [&](const Change& change) { return change.fate() == fate; }));
}

bool is_worse(const Change& change) {
  const bool is_new = change.has_after() && change.after().new_findings() != 0;
  return is_new &&
         (change.fate() == Fate::added || (change.fate() == Fate::changed && !change.lessened()));
}

bool is_worse(const Changes& changes) {
  if (!changes.functions_gone().empty()) return true;
  return std::ranges::any_of(changes.deviations(),
                             [](const Change& change) { return is_worse(change); });
}

std::size_t changes_count(const Changes& changes) {
  const auto all = static_cast<std::size_t>(changes.deviations_size() + changes.scripts_size() +
                                            changes.readings_size() + changes.functions_gone_size());
  return all - count_of(changes, Fate::unchanged);
}

}  // namespace netioconf::reports::diff
