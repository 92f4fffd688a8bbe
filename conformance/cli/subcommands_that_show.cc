#include <CLI/CLI.hpp>

#include "conformance/cli/catalogue.h"
#include "conformance/cli/check_documents.h"
#include "conformance/cli/explain/explain.h"
#include "conformance/cli/export.h"
#include "conformance/cli/scripts_tool.h"
#include "conformance/cli/shared_options.h"
#include "conformance/cli/shrink.h"
#include "conformance/cli/subcommands.h"
#include "conformance/cli/view.h"
#include "conformance/repository/repository_paths.h"

namespace netioconf::conformance::cli {
namespace {

void add_rules(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("rules", "List the rules, their citations, scripts and mutants");
  auto format = std::make_shared<std::string>("text");
  auto documents = std::make_shared<DocumentsOptions>();
  CLI::Option* form = command->add_option("--format", *format, "format of the list (text)")
                          ->check(CLI::IsMember({"text", "json", "markdown"}));
  CLI::Option* folder =
      command
          ->add_option("--check-documents", documents->folder,
                       "a folder of pages (NAME.md): list rules whose sentence moved, changed or "
                       "disappeared")
          ->excludes(form);
  command->add_option("--only", documents->only, "id of a rule or a finding: check its sentences only")
      ->needs(folder);
  command->footer(
      "Exit status: 0 done; 1 with --check-documents if a rule needs a review; 2 could not run.\n"
      "Example: netioconf rules --format json\n"
      "         netioconf rules --check-documents ../windows-driver-docs/network");
  command->callback([format, documents, &action] {
    action = [format, documents] {
      if (!documents->folder.empty()) return check_documents(*documents);
      return list_rules(*find_format(*format));
    };
  });
}

void add_corpus(CLI::App& command, const std::shared_ptr<std::filesystem::path>& corpus) {
  command.add_option("CORPUS", *corpus, "folder of scripts (the committed corpus)");
}

void add_scripts_tool(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("scripts", "Maintain the corpus of scripts");
  command->require_subcommand(1);
  auto corpus = std::make_shared<std::filesystem::path>(repository::committed_scripts());
  auto options = std::make_shared<AddOptions>();
  CLI::App* add = command->add_subcommand("add", "Add a script to the corpus");
  add->add_option("FILE", options->file, "the script")->required();
  add->add_option("--rule", options->rule, "id of the rule that the script tests")->required();
  add->add_option("--idea", options->idea, "name of the script, in snake_case")->required();
  add->add_option("--says", options->words, "what the script tests, in one sentence")->required();
  add->add_option("--corpus", *corpus, "folder of scripts (the committed corpus)");
  add->footer(
      "Example: netioconf scripts add found.textproto --rule route.lifetimes --idea "
      "preferred_above_valid --says 'Preferred above valid.'");
  add->callback([options, corpus, &action] {
    action = [options, corpus] {
      options->corpus = *corpus;
      return add_script(*options);
    };
  });
  CLI::App* format = command->add_subcommand("format", "Rewrite every script in the canonical form");
  add_corpus(*format, corpus);
  format->footer("Example: netioconf scripts format");
  format->callback([corpus, &action] { action = [corpus] { return format_scripts(*corpus); }; });
  CLI::App* lint =
      command->add_subcommand("lint", "List what must be fixed before scripts can be committed");
  add_corpus(*lint, corpus);
  lint->footer("Example: netioconf scripts lint");
  lint->callback([corpus, &action] { action = [corpus] { return lint_scripts(*corpus); }; });
}

void add_shrink(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("shrink", "Write the smallest script that still deviates");
  auto options = std::make_shared<ShrinkOptions>();
  command->add_option("SCRIPT", options->script, "a script that deviates")->required();
  add_implementation(*command, options->implementation);
  add_profile(*command, options->profile);
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child process, which may crash or hang");
  add_duration(*command, "--time-limit", options->time_limit, "for each call (5s)");
  command->add_option("--out", options->out, "file for the script")->required()->check(named());
  command->footer(
      "Exit status: 0 a script that deviates was written, 2 there is none or it could not run.\n"
      "Example: netioconf shrink found.textproto --implementation library:./libfake.so --out "
      "small.textproto");
  command->callback([options, &action] { action = [options] { return shrink_script(*options); }; });
}

void add_export(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("export", "Write a standalone program that repeats a script");
  auto options = std::make_shared<ExportOptions>();
  command->add_option("SCRIPT", options->script, "a script, or the name of a committed one")->required();
  command
      ->add_option(
          "--as,--to", options->form,
          "c: C for Windows; gtest: a GoogleTest for your own suite; powershell: PowerShell with "
          "P/Invoke; ip: a shell script for iproute2 on Linux; textproto: the script itself")
      ->required()
      ->check(CLI::IsMember({"c", "gtest", "powershell", "ip", "textproto"}));
  add_profile(*command, options->profile);
  command->add_option("--out", options->out, "file for the program (standard output)")->check(named());
  command->footer(
      "Exit status: 0 written, 2 could not run. The program exits with 0 conforms, 1 deviates, 2 "
      "undecided.\n"
      "Example: netioconf export route.lifetimes/preferred_one_above_valid --as c --out repeat.c");
  command->callback([options, &action] { action = [options] { return export_script(*options); }; });
}

void add_explain(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "explain", "Show what the pages promise, what they leave open, and what implementations do");
  auto options = std::make_shared<explain::ExplainOptions>();
  command
      ->add_option("RULE|READING|STATUS|SCRIPT", options->what,
                   "for example route.lifetimes, duplicate-key, not_found, 0xC0000225 or a script")
      ->required();
  command
      ->add_option("--implementation", options->implementations,
                   "an implementation to run (the emulator's personalities)")
      ->allow_extra_args(false);
  command->footer(
      "Exit status: 0 explained, 2 the name is unknown or it could not run.\n"
      "Example: netioconf explain duplicate-key\n"
      "         netioconf explain route.lifetimes --implementation library:./libyours.so");
  command->callback([options, &action] { action = [options] { return explain::explain(*options); }; });
}

void add_view(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("view", "Print the address of a report's page and open it");
  auto place = std::make_shared<std::filesystem::path>();
  command->add_option("DIR", *place, "a folder that --out wrote")->required();
  command->footer("Exit status: 0 the report exists, 2 it does not.\nExample: netioconf view out/gate");
  command->callback([place, &action] { action = [place] { return view(*place); }; });
}

}  // namespace

void add_subcommands_that_show(CLI::App& program, Action& action) {
  add_rules(program, action);
  add_explain(program, action);
  add_scripts_tool(program, action);
  add_shrink(program, action);
  add_export(program, action);
  add_view(program, action);
}

}  // namespace netioconf::conformance::cli
