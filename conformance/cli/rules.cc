#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "conformance/cli/subcommands.h"
#include "conformance/documents/check_documents.h"
#include "conformance/execution/rule_mutants.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/text/loader.h"
#include "oracle/model/calls.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/exit_status.h"
#include "reports/summary/report_parts.h"

namespace netioconf::conformance::cli {
namespace {

using Json = nlohmann::ordered_json;  // keeps the order of members

// A rule with the scripts and mutants that test it.
struct Entry {
  const oracle::Rule* rule;
  std::vector<std::string> scripts;
  std::vector<std::string> mutants;
};

std::vector<std::string> scripts_of(const oracle::Rule& rule) {
  std::vector<std::string> names;
  const auto files = corpora::files::files_below(repository::committed_scripts() / rule.id);
  if (!files) return names;
  for (const auto& file : *files) names.push_back(corpora::text::name_from(file));
  return names;
}

std::vector<Entry> entries() {
  std::vector<Entry> all;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    all.push_back(
        {.rule = &rule, .scripts = scripts_of(rule), .mutants = execution::mutants_of(rule.id)});
  }
  return all;
}

void print_text(const std::vector<Entry>& all) {
  for (const Entry& entry : all) {
    const oracle::Rule& rule = *entry.rule;
    fmt::print("{}\n  {}: {}\n  {}, {}\n", rule.id, reports::name_of(rule.kind), rule.says,
               rule.source.page, rule.source.section);
    if (!rule.reading.empty()) fmt::print("  reading: {}\n", rule.reading);
    fmt::print("  scripts: {}\n  mutants: {}\n", fmt::join(entry.scripts, " "),
               fmt::join(entry.mutants, " "));
  }
  fmt::print("\nReadings\n");
  for (const oracle::readings::Reading& question : oracle::readings::readings()) {
    fmt::print("{}\n  {}\n", question.id, question.asks);
    for (const oracle::readings::Answer& answer : question.answers) {
      fmt::print("  {} ({}{}): {}\n", answer.id,
                 answer.basis == oracle::readings::Basis::documented ? "documented" : "observed",
                 answer.windows == 0 ? "" : ", " + windows_in_words(question, answer), answer.source);
    }
  }
  fmt::print("\nSentences whose promise no test can observe\n");
  for (const oracle::rules::Unpromised& sentence : oracle::rules::unpromised()) {
    fmt::print("{}, {}: {}: {}\n", sentence.source.page, sentence.source.section, sentence.says,
               sentence.why);
  }
}

Json json_of(const oracle::readings::Reading& question) {
  Json answers = Json::array();
  for (const oracle::readings::Answer& answer : question.answers) {
    answers.push_back({{"id", answer.id},
                       {"documented", answer.basis == oracle::readings::Basis::documented},
                       {"windows", answer.windows != 0},
                       {"windows_subjects", some_on_windows(question, answer)},
                       {"source", answer.source}});
  }
  return {{"id", question.id},
          {"asks", question.asks},
          {"subjects", question.subjects},
          {"answers", answers}};
}

void print_json(const std::vector<Entry>& all) {
  Json rules = Json::array();
  for (const Entry& entry : all) {
    const oracle::Rule& rule = *entry.rule;
    rules.push_back({{"id", rule.id},
                     {"kind", reports::name_of(rule.kind)},
                     {"call", oracle::function_name(rule.call)},
                     {"page", rule.source.page},
                     {"section", rule.source.section},
                     {"says", rule.says},
                     {"reading", rule.reading},
                     {"scripts", entry.scripts},
                     {"mutants", entry.mutants}});
  }
  Json readings = Json::array();
  for (const oracle::readings::Reading& question : oracle::readings::readings())
    readings.push_back(json_of(question));
  Json unpromised = Json::array();
  for (const oracle::rules::Unpromised& sentence : oracle::rules::unpromised()) {
    unpromised.push_back({{"page", sentence.source.page},
                          {"section", sentence.source.section},
                          {"says", sentence.says},
                          {"why", sentence.why}});
  }
  const Json catalogue = {{"rules", rules}, {"readings", readings}, {"unpromised", unpromised}};
  fmt::print("{}\n", catalogue.dump(2));
}

void print_markdown(const std::vector<Entry>& all) {
  fmt::print(
      "| rule | says | page, section | reading | scripts | mutants |\n|---|---|---|---|---|---|\n");
  for (const Entry& entry : all) {
    const oracle::Rule& rule = *entry.rule;
    fmt::print("| `{}` | {} | {}, {} | {} | {} | {} |\n", rule.id, rule.says, rule.source.page,
               rule.source.section, rule.reading, entry.scripts.size(), entry.mutants.size());
  }
}

// Every rule with page, section, reading, scripts and mutants, then the readings and the sentences whose
// promise no test can observe.
int list_rules(const std::string& format) {
  const std::vector<Entry> all = entries();
  if (format == "json") {
    print_json(all);
  } else if (format == "markdown") {
    print_markdown(all);
  } else {
    print_text(all);
  }
  return reports::exit_conforms;
}

}  // namespace

void add_rules(Program& program) {
  Command command = program.subcommand("rules", "List the rules, their citations, scripts and mutants");
  auto format = std::make_shared<std::string>("text");
  auto documents = std::make_shared<documents::DocumentsOptions>();
  const Option form = command.text("--format", *format, "format of the list (text)")
                          .one_of({"text", "json", "markdown"});
  const Option folder =
      command
          .path("--check-documents", documents->folder,
                "a folder of pages (NAME.md): list rules whose sentence moved, changed or "
                "disappeared")
          .excludes(form);
  auto pages = std::make_shared<std::filesystem::path>();
  command
      .path("--list-sentences", *pages,
            "a folder of pages: print the sentences that rules can cite, as in oracle/sentences.tsv")
      .excludes(form)
      .excludes(folder);
  command.text("--only", documents->only, "id of a rule or a finding: check its sentences only")
      .needs(folder);
  command.footer(
      "Exit status: 0 done; 1 with --check-documents if a rule needs a review; 2 could not run.\n"
      "Example: netioconf rules --format json\n"
      "         netioconf rules --check-documents ../windows-driver-docs/network");
  command.run([format, documents, pages](const reports::Invocation&) {
    if (!pages->empty()) return documents::list_sentences(*pages);
    return documents->folder.empty() ? list_rules(*format) : documents::check_documents(*documents);
  });
}

}  // namespace netioconf::conformance::cli
