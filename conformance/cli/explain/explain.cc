#include "conformance/cli/explain/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "conformance/cli/explain/explain_parts.h"
#include "conformance/cli/explain/reported.h"
#include "conformance/cli/explain/subject.h"
#include "conformance/emulator/behaviour/personalities.h"
#include "conformance/execution/implementation.h"
#include "conformance/mutants/mutants.h"
#include "conformance/repository/findings.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/text/spelling.h"
#include "corpora/text/text.h"
#include "oracle/rules/catalogue.h"
#include "oracle/words/describe.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli::explain {
namespace {

std::vector<std::string> chosen_implementations(const ExplainOptions& options) {
  if (!options.implementations.empty()) return options.implementations;
  std::vector<std::string> names;
  for (const std::string_view name : emulator::personality_names)
    names.push_back("emulated:" + std::string{name});
  return names;
}

int finish(const std::expected<void, std::string>& explained) {
  return explained ? reports::exit_conforms : reports::could_not_run(explained.error());
}

void print_scripts(const std::vector<corpora::text::LoadedScript>& scripts) {
  fmt::print("\nscripts\n");
  for (const corpora::text::LoadedScript& script : scripts) {
    const std::string words = corpora::text::words_of(script.comment);
    fmt::print("  {}: {}\n", script.script.name, words.substr(0, words.find('\n')));
  }
}

int explain_rule(const oracle::Rule& rule, const ExplainOptions& options) {
  explain_promise(rule);
  std::vector<std::string> ids = {std::string{rule.id}};
  std::vector<std::string_view> seen_ids = {rule.id};
  if (const oracle::readings::Reading* question = oracle::readings::find_reading(rule.reading)) {
    fmt::print("  applies only under some answers to:\n\n");
    explain_question(*question);
    seen_ids.push_back(question->id);
    ids.emplace_back(question->id);
  }
  const auto scripts = scripts_of({&rule});
  print_scripts(scripts);
  fmt::print("\nmutants that break it\n");
  for (const mutants::Mutant& mutant : mutants::mutants()) {
    if (mutant.rule == rule.id) fmt::print("  {}: {}\n", mutant.name, mutant.wrong);
  }
  repository::print_findings_about(ids);
  explain_known({std::string{rule.id}});
  return finish(explain_seen(chosen_implementations(options), scripts, seen_ids, options.profile));
}

int explain_reading(const oracle::readings::Reading& question, const ExplainOptions& options) {
  explain_question(question);
  const auto rules = rules_under(question);
  std::vector<std::string> ids = {std::string{question.id}};
  fmt::print("\nrules that apply under some answers only\n");
  for (const oracle::Rule* rule : rules) {
    ids.emplace_back(rule->id);
    explain_in_a_line(*rule);
  }
  if (rules.empty()) fmt::print("  none: the answers differ in the contents of a table or a reply\n");
  repository::print_findings_about(ids);
  explain_known(ids);
  auto scripts = scripts_of(rules);
  if (scripts.empty()) {
    if (auto all = corpora::text::load_scripts(repository::committed_scripts()))
      scripts = *std::move(all);
  }
  std::vector<std::string_view> seen_ids = {question.id};
  for (const oracle::Rule* rule : rules) seen_ids.push_back(rule->id);
  return finish(explain_seen(chosen_implementations(options), scripts, seen_ids, options.profile));
}

int explain_status(oracle::Status status) {
  fmt::print("status {}\n", oracle::name_of(status));
  std::vector<const oracle::Rule*> rules;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    if (oracle::rules::promised_statuses(rule).contains(status)) rules.push_back(&rule);
  }
  explain_rules(rules);
  if (status == oracle::Status::success) {
    fmt::print("\npromised to every call that no rule refuses\n");
  } else if (rules.empty()) {
    fmt::print(
        "\npromised by no rule: it is undecided where success is allowed, and a deviation elsewhere\n");
  }
  explain_observed(status);
  return reports::exit_conforms;
}

std::vector<std::string> ids_of(const std::vector<const oracle::Rule*>& rules,
                                const std::vector<const oracle::readings::Reading*>& readings) {
  std::vector<std::string> ids;
  for (const oracle::Rule* rule : rules) ids.emplace_back(rule->id);
  for (const oracle::readings::Reading* reading : readings) ids.emplace_back(reading->id);
  return ids;
}

int explain_subject(const Subject& subject, const ExplainOptions& options) {
  fmt::print("{}\n", subject.what);
  if (!subject.statuses.empty())
    fmt::print("  statuses: {}\n", fmt::join(oracle::names_in(subject.statuses), ", "));
  if (!subject.parts.empty())
    fmt::print("  {}: {}\n", subject.parts_are, fmt::join(subject.parts, ", "));
  explain_rules(subject.rules);
  if (subject.rules.empty()) fmt::print("\nno rule is about it\n");
  explain_questions(subject.readings);
  explain_unpromised(subject.unpromised);
  const std::vector<std::string> ids = ids_of(subject.rules, subject.readings);
  repository::print_findings_about(ids);
  explain_known(ids);
  if (options.implementations.empty()) return reports::exit_conforms;
  return finish(explain_seen(options.implementations, scripts_of(subject.rules),
                             {ids.begin(), ids.end()}, options.profile));
}

int explain_finding(const std::string& page) {
  fmt::print("{}", page);
  const auto is_named = [&](std::string_view id) { return page.contains(fmt::format("`{}`", id)); };
  std::vector<const oracle::Rule*> rules;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    if (is_named(rule.id) || page.contains(fmt::format("`{}/", rule.id))) rules.push_back(&rule);
  }
  explain_rules(rules);
  std::vector<const oracle::readings::Reading*> readings;
  for (const oracle::readings::Reading& reading : oracle::readings::readings()) {
    if (is_named(reading.id)) readings.push_back(&reading);
  }
  explain_questions(readings);
  return reports::exit_conforms;
}

int explain_report(const Report& report) {
  explain_report_lines(report);
  const auto rules = rules_of(report);
  const auto readings = readings_of(report);
  explain_rules(rules);
  explain_questions(readings);
  repository::print_findings_about(ids_of(rules, readings));
  return reports::exit_conforms;
}

int explain_script(const corpora::text::LoadedScript& script, const ExplainOptions& options) {
  fmt::print("{}\n  {}\n  host: {}\n", script.script.name, corpora::text::words_of(script.comment),
             oracle::words::describe(script.script.host));
  for (const oracle::Operation& operation : script.script.operations) {
    fmt::print("  {}\n", oracle::words::describe(operation));
  }
  explain_allowed(script.script, options.profile);
  const std::string& name = script.script.name;
  if (const oracle::Rule* rule = oracle::rules::find_rule(name.substr(0, name.find('/')))) {
    fmt::print("\n");
    explain_promise(*rule);
  }
  repository::print_findings_about({name});
  explain_known({name});
  return finish(explain_steps(chosen_implementations(options), script, options.profile));
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const oracle::Rule& rule : oracle::rules::rules()) names.emplace_back(rule.id);
  for (const oracle::readings::Reading& question : oracle::readings::readings())
    names.emplace_back(question.id);
  for (std::string& name : subject_names()) names.push_back(std::move(name));
  for (std::size_t i = 0; i < oracle::status_count; ++i) {
    names.emplace_back(oracle::name_of(static_cast<oracle::Status>(i)));
  }
  for (std::string& name : repository::finding_names()) names.push_back(std::move(name));
  for (std::string& name : report_names()) names.push_back(std::move(name));
  if (const auto files = corpora::files::files_below(repository::committed_scripts())) {
    for (const auto& file : *files) names.push_back(corpora::text::name_from(file));
  }
  return names;
}

int unknown(const std::string& what, const std::vector<std::string>& names) {
  return reports::could_not_run(fmt::format(
      "{}: no such rule, reading, status, function, member, parameter, finding, report or script ({})",
      what, corpora::text::suggestion(what, names, "netioconf rules lists them")));
}

// The other forms in which a name may be given: with and without the prefix of a type, and W05 for W5.
std::vector<std::string> forms_of(std::string_view name) {
  struct Prefix {
    std::string_view given;
    std::string_view meant;
  };
  constexpr std::array<Prefix, 5> prefixes = {
      {{"PMIB", "MIB"}, {"MIB", ""}, {"ERROR", ""}, {"STATUS", ""}, {"W0", "W"}}};
  std::vector<std::string> forms = {std::string{name}, "MIB" + std::string{name}};
  for (const Prefix& prefix : prefixes) {
    if (corpora::text::is_spelled_like(name.substr(0, prefix.given.size()), prefix.given))
      forms.push_back(std::string{prefix.meant} + std::string{name.substr(prefix.given.size())});
  }
  return forms;
}

// `metric` means Metric, `r10` means R10, and `IPFORWARD_ROW2` means MIB_IPFORWARD_ROW2.
int explain_otherwise_spelled(const ExplainOptions& options) {
  const std::vector<std::string> names = all_names();
  for (const std::string& form : forms_of(options.what)) {
    const auto name = corpora::text::name_spelled_otherwise(form, names);
    if (!name || *name == options.what) continue;
    ExplainOptions spelled = options;
    spelled.what = *name;
    return explain(spelled);
  }
  return unknown(options.what, names);
}

// Checks every name first, so that an invalid one is reported before anything is printed.
std::expected<void, std::string> check_names(const std::vector<std::string>& implementations) {
  for (const std::string& name : implementations) {
    const auto made =
        execution::make_implementation(name, {.isolation = implementations::Isolation::foreign_code});
    if (!made) return std::unexpected(made.error());
  }
  return {};
}

}  // namespace

int explain(const ExplainOptions& options) {
  if (const auto checked = check_names(options.implementations); !checked) {
    return reports::could_not_run(checked.error());
  }
  if (const oracle::Rule* rule = oracle::rules::find_rule(options.what))
    return explain_rule(*rule, options);
  if (const oracle::readings::Reading* question = oracle::readings::find_reading(options.what)) {
    return explain_reading(*question, options);
  }
  if (const auto status = find_status(options.what)) return explain_status(*status);
  if (const auto subject = find_subject(options.what)) return explain_subject(*subject, options);
  if (const auto page = repository::finding_page(options.what)) return explain_finding(*page);
  if (const auto report = find_report(options.what)) return explain_report(*report);
  const std::filesystem::path path = repository::script_path(options.what);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return explain_otherwise_spelled(options);
  const auto loaded = corpora::text::load_scripts(path);
  if (!loaded) return reports::could_not_run(loaded.error());
  return explain_script(loaded->front(), options);
}

}  // namespace netioconf::conformance::cli::explain
