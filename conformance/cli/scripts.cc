#include <fmt/format.h>

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/cli/subcommands.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "corpora/text/spelling.h"
#include "oracle/rules/catalogue.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

// Writes a script into the corpus in its canonical form. FILE is a script in text or binary form.
struct AddOptions {
  std::filesystem::path file;
  std::filesystem::path corpus;
  std::string rule;
  std::string idea;
  std::string words;
};

// The folder to change: the one that is named, else that of the user's project. The error is one line.
std::expected<std::filesystem::path, std::string> to_change(const std::filesystem::path& named,
                                                            const std::string& remedy) {
  const auto corpus = named.empty() ? repository::scripts_to_change() : std::optional{named};
  if (!corpus) {
    return std::unexpected(
        "corpora/scripts: the current folder has none, and those of netioconf itself are not changed (" +
        remedy + ")");
  }
  if (repository::is_installed(*corpus)) {
    return std::unexpected(corpus->string() + ": belongs to the installation of netioconf (" + remedy +
                           ")");
  }
  return *corpus;
}

int add_script(const AddOptions& options) {
  if (oracle::rules::find_rule(options.rule) == nullptr) {
    std::vector<std::string> rules;
    for (const oracle::Rule& rule : oracle::rules::rules()) rules.emplace_back(rule.id);
    return reports::could_not_run(
        fmt::format("{}: no such rule ({})", options.rule,
                    corpora::text::suggestion(options.rule, rules, "netioconf rules lists them")));
  }
  const auto corpus = to_change(options.corpus, "name a folder of your project with --corpus");
  if (!corpus) return reports::could_not_run(corpus.error());
  const auto loaded = corpora::text::load_scripts(options.file);
  if (!loaded) return reports::could_not_run(loaded.error());
  const auto added = corpora::lint::add(*corpus, {.rule = options.rule,
                                                  .idea = options.idea,
                                                  .script = loaded->front().script,
                                                  .words = options.words});
  if (!added) return reports::could_not_run(added.error());
  fmt::print("{}\n", added->string());
  return reports::exit_conforms;
}

int format_scripts(const std::filesystem::path& named) {
  const auto corpus = to_change(named, "name a folder of your project");
  if (!corpus) return reports::could_not_run(corpus.error());
  const auto changed = corpora::lint::format_files(*corpus);
  if (!changed) return reports::could_not_run(changed.error());
  if (changed->empty()) {
    const auto scripts = corpora::text::load_scripts(*corpus);
    if (!scripts) return reports::could_not_run(scripts.error());
  }
  for (const auto& path : *changed) fmt::print("{}\n", path.string());
  return reports::exit_conforms;
}

int lint_scripts(const std::filesystem::path& corpus) {
  const auto listed = corpora::files::files_below(corpus);
  if (!listed) return reports::could_not_run(corpora::files::describe(listed.error()));
  std::vector<std::string_view> ids;
  for (const oracle::Rule& rule : oracle::rules::rules()) ids.push_back(rule.id);
  const auto diagnostics = corpora::lint::lint(corpus, ids);
  for (const corpora::files::Diagnostic& diagnostic : diagnostics)
    fmt::print("{}\n", corpora::files::describe(diagnostic));
  return diagnostics.empty() ? reports::exit_conforms : reports::exit_deviates;
}

void add_add(Command& scripts) {
  Command command = scripts.subcommand("add", "Add a script to the corpus");
  auto options = std::make_shared<AddOptions>();
  command.path("FILE", options->file, "the script").required();
  command.text("--rule", options->rule, "id of the rule that the script tests").required();
  command.text("--idea", options->idea, "name of the script, in snake_case").required();
  command.text("--says", options->words, "what the script tests, in one sentence").required();
  command.path("--corpus", options->corpus,
               "folder of scripts (corpora/scripts in the current folder; never that of an "
               "installation)");
  command.footer(
      "Example: netioconf scripts add found.textproto --rule route.lifetimes --idea "
      "preferred_above_valid --says 'Preferred above valid.'");
  command.run([options](const reports::Invocation&) { return add_script(*options); });
}

void add_format(Command& scripts) {
  Command command = scripts.subcommand("format", "Rewrite every script in the canonical form");
  auto corpus = std::make_shared<std::filesystem::path>();
  command.path("CORPUS", *corpus,
               "folder of scripts (corpora/scripts in the current folder; never that of an "
               "installation)");
  command.footer("Example: netioconf scripts format");
  command.run([corpus](const reports::Invocation&) { return format_scripts(*corpus); });
}

void add_lint(Command& scripts) {
  Command command =
      scripts.subcommand("lint", "List what must be fixed before scripts can be committed");
  auto corpus = std::make_shared<std::filesystem::path>(repository::committed_scripts());
  command.path("CORPUS", *corpus, "folder of scripts (the committed corpus)");
  command.footer("Example: netioconf scripts lint");
  command.run([corpus](const reports::Invocation&) { return lint_scripts(*corpus); });
}

}  // namespace

void add_scripts(Program& program) {
  Command command = program.subcommand("scripts", "Maintain the corpus of scripts");
  command.footer(
      "Exit status: 0 done, 1 something must be fixed, 2 could not run.\n"
      "Example: netioconf scripts lint");
  add_add(command);
  add_format(command);
  add_lint(command);
}

}  // namespace netioconf::conformance::cli
