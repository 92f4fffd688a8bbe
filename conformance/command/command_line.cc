#include "conformance/command/command_line.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <map>
#include <system_error>

#include "conformance/command/catalogue.h"
#include "conformance/command/check.h"
#include "conformance/command/check_documents.h"
#include "conformance/command/command_line_parts.h"
#include "conformance/command/diff.h"
#include "conformance/command/exit_status.h"
#include "conformance/command/mutants_by_properties.h"
#include "conformance/command/mutants_table.h"
#include "conformance/command/places.h"
#include "conformance/command/record.h"
#include "conformance/command/scripts_tool.h"
#include "conformance/command/shrink.h"
#include "conformance/command/sibling.h"
#include "conformance/command/sweep.h"
#include "conformance/command/view.h"

namespace netioconf::conformance {
namespace {

void add_implementation(CLI::App& command, std::string& implementation) {
  command
      .add_option("--implementation", implementation,
                  "emulated[:PERSONALITY], mutant:NAME, library:PATH, linux, wine:user[:emulated], "
                  "wine:driver or process:COMMAND (a "
                  "testee that speaks the protocol of conformance/process/PROTOCOL.md, as "
                  "process:'ssh host testee')")
      ->required();
}

void add_scripts(CLI::App& command, std::vector<std::filesystem::path>& scripts) {
  command
      .add_option("--scripts", scripts, "a script or a folder of them; the committed ones if not given")
      ->allow_extra_args(false);
}

// "10s", "500ms", "2m", "8h"
void add_duration(CLI::App& command, const std::string& name, std::chrono::milliseconds& duration,
                  const std::string& words) {
  const std::map<std::string, std::int64_t> units = {
      {"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}};
  command
      .add_option_function<std::int64_t>(
          name, [&duration](std::int64_t value) { duration = std::chrono::milliseconds{value}; }, words)
      ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::UNIT_REQUIRED, "DURATION"))
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{86'400'000}).description("1ms to 24h"));
}

void add_check(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand("check", "Judge an implementation with scripts");
  auto options = std::make_shared<CheckOptions>();
  options->program = called_as;
  add_implementation(*command, options->implementation);
  add_scripts(*command, options->scripts);
  add_profile(*command, options->profile);
  CLI::Option* known = command->add_option(
      "--known", options->known,
      "list of known deviations; none: do without the committed one of this implementation");
  command->add_flag("--update", options->update_known, "rewrite the list of known deviations")
      ->excludes(command->add_flag("--strict", options->strict, "undecided steps fail, too"));
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child that may crash and hang");
  add_duration(*command, "--time-limit", options->time_limit,
               "for each call (5s); a testee has four times that to start");
  add_duration(*command, "--budget", options->budget,
               "for a search beyond the committed scripts; not with --scripts (none)");
  command->add_option("--out", options->out, "folder for report.json, junit.xml, results.sarif, …");
  command->footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf check --implementation library:./libfake.so --isolate --out out\n"
      "         netioconf check --implementation process:'python3 testee.py ./libfake.so'");
  command->callback([options, known, &action] {
    action = [options, known] {
      if (options->update_known && options->known == "none") {
        return could_not_run("--known " + known->as<std::string>() +
                             ": no list to update (name a file)");
      }
      return check(*options);
    };
  });
}

void add_sweep(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command =
      program.add_subcommand("sweep", "Judge an implementation with every script of a small space");
  auto options = std::make_shared<SweepOptions>();
  options->program = called_as;
  add_implementation(*command, options->implementation);
  command->add_option("--depth", options->depth, "1: single calls (seconds); 2: pairs; 3: triples")
      ->check(CLI::Range(1U, depth_max));
  command->add_option("--shard", options->shard, "I/N: the I-th of N parts");
  command->add_option("--from", options->from, "number of the script to begin with");
  command->add_option("--only", options->only, "number or name of a script: this one alone")
      ->allow_extra_args(false);
  add_profile(*command, options->profile);
  command->add_option("--groups", options->groups, "stop after so many kinds of deviation (20)")
      ->check(CLI::PositiveNumber);
  add_duration(*command, "--budget", options->budget, "stop after so long");
  add_duration(*command, "--time-limit", options->time_limit, "for each call (5s)");
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child that may crash and hang");
  command->add_option("--out", options->out,
                      "folder for report.json, junit.xml, …, and for the script of each deviation");
  command->footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf sweep --implementation library:./libfake.so --depth 2 --shard 1/4");
  command->callback([options, &action] { action = [options] { return sweep(*options); }; });
}

void add_record(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("record", "Carry scripts out and keep what was answered");
  auto options = std::make_shared<RecordOptions>();
  add_implementation(*command, options->implementation);
  add_scripts(*command, options->scripts);
  command->add_option("--out", options->out, "folder for the traces")->required();
  command->add_option("--date", options->date, "to be noted in the traces");
  command->footer("Example: netioconf record --implementation emulated:windows --out out/traces");
  command->callback([options, &action] { action = [options] { return record(*options); }; });
}

void add_judge(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand("judge", "Judge what was recorded");
  auto options = std::make_shared<JudgeOptions>();
  options->program = called_as;
  command->add_option("TRACE", options->traces, "a trace or a folder of them")->required();
  add_profile(*command, options->profile);
  command->add_option("--out", options->out, "folder for report.json, junit.xml, results.sarif, …");
  command->add_option("--since", options->since,
                      "an earlier report.json: show which verdicts have changed, and by which rule");
  command->footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf judge out/traces --profile windows\n"
      "         netioconf judge corpora/traces/wine --since out/last/report.json");
  command->callback([options, &action] { action = [options] { return judge(*options); }; });
}

void add_diff(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand(
      "diff", "Hold implementations against each other, or one report against an earlier one");
  auto options = std::make_shared<DiffOptions>();
  options->program = called_as;
  command
      ->add_option("--implementation", options->implementations,
                   "as check takes it, or a folder of recorded traces; two or more")
      ->allow_extra_args(false);
  command->add_option("PLACE", options->places,
                      "in their place: two reports, the earlier first (report.json, or the folder that "
                      "--out wrote), or folders of recorded traces");
  add_scripts(*command, options->scripts);
  add_profile(*command, options->profile);
  add_duration(*command, "--budget", options->budget,
               "for the sweep after the committed scripts; not with --scripts (10s)");
  command->add_option("--depth", options->depth, "of the sweep (1)")->check(CLI::Range(1U, depth_max));
  add_duration(*command, "--time-limit", options->time_limit, "for each call (5s)");
  command
      ->add_option_function<std::string>(
          "--known", [options](const std::string&) { options->without_known = true; },
          "none: do without the committed lists of known deviations")
      ->check(CLI::IsMember({"none"}));
  command->add_option("--out", options->out, "folder for report.json, index.html, summary.md, …");
  command->footer(
      "Exit status: 0 no difference, 1 differences, 2 could not run.\n"
      "Example: netioconf diff --implementation emulated --implementation linux --out out\n"
      "         netioconf diff --implementation library:./libfake.so --implementation out/traces\n"
      "         netioconf diff old/report.json new/report.json");
  command->callback([options, &action] { action = [options] { return diff(*options); }; });
}

// Its arguments are the sibling's, --help too.
void add_campaign(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("campaign", "Search for deviations, for hours");
  command->set_help_flag();
  command->prefix_command();
  command->callback([command, &action] {
    action = [arguments = command->remaining()] {
      return become_sibling("netioconf-campaign", arguments);
    };
  });
}

void add_rules(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("rules", "List the rules, their citations, scripts and mutants");
  auto format = std::make_shared<std::string>("text");
  auto documents = std::make_shared<DocumentsOptions>();
  CLI::Option* form = command->add_option("--format", *format, "form of the list")
                          ->check(CLI::IsMember({"text", "json", "markdown"}));
  CLI::Option* folder =
      command
          ->add_option("--check-documents", documents->folder,
                       "a folder of pages (NAME.md): list rules whose sentence moved, changed or went")
          ->excludes(form);
  command->add_option("--only", documents->only, "id of a rule or a finding: its sentences alone")
      ->needs(folder);
  command->footer(
      "Exit status: 0; with --check-documents 1 if there is something to look at, 2 could not run.\n"
      "Example: netioconf rules --format json\n"
      "         netioconf rules --check-documents ../windows-driver-docs/network");
  command->callback([format, documents, &action] {
    action = [format, documents] {
      if (!documents->folder.empty()) return check_documents(*documents);
      return list_rules(*find_format(*format));
    };
  });
}

void add_mutants(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("mutants", "Show which mutant is caught by what");
  auto by = std::make_shared<std::string>("scripts");
  auto scripts = std::make_shared<std::vector<std::filesystem::path>>();
  auto properties = std::make_shared<PropertiesTableOptions>();
  auto depth = std::make_shared<unsigned>(2);
  command->add_option("--by", *by, "what is to catch them")
      ->check(CLI::IsMember({"scripts", "sweep", "properties", "fuzz"}));
  command->add_option("--depth", *depth, "of the sweep (2)")->check(CLI::Range(1U, depth_max));
  add_scripts(*command, *scripts);
  command->add_option("--repeats", properties->repeats, "how often each mutant is searched (1)")
      ->check(CLI::Range(1, 1000));
  command->add_option("--seed", properties->seed, "of the first search; the others count on from it");
  add_duration(*command, "--limit", properties->limit, "for each search (1m)");
  command->footer("Exit status: 0 all caught, 1 not all.\nExample: netioconf mutants --by scripts");
  command->callback([by, depth, scripts, properties, &action] {
    action = [by, depth, scripts, properties] {
      if (*by == "properties") return mutants_by_properties(*properties);
      if (*by == "sweep") return mutants_by_sweep(*depth);
      if (*by == "fuzz") {
        return become_sibling("netioconf-campaign",
                              {"mutants", "--repeats", std::to_string(properties->repeats)});
      }
      if (scripts->empty()) scripts->push_back(committed_scripts());
      return mutants_by_scripts(*scripts);
    };
  });
}

void add_corpus(CLI::App& command, const std::shared_ptr<std::filesystem::path>& corpus) {
  command.add_option("CORPUS", *corpus, "folder of scripts; the committed one if not given");
}

void add_scripts_tool(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("scripts", "Keep the corpus in one form");
  command->require_subcommand(1);
  auto corpus = std::make_shared<std::filesystem::path>(committed_scripts());
  auto options = std::make_shared<AddOptions>();
  CLI::App* add = command->add_subcommand("add", "Add a script to the corpus");
  add->add_option("FILE", options->file, "the script")->required();
  add->add_option("--rule", options->rule, "id of the rule that it is about")->required();
  add->add_option("--idea", options->idea, "its name, in snake_case")->required();
  add->add_option("--says", options->words, "its idea in one sentence")->required();
  add->add_option("--corpus", *corpus, "folder of scripts");
  add->footer(
      "Example: netioconf scripts add found.textproto --rule route.lifetimes --idea "
      "preferred_above_valid "
      "--says 'Preferred above valid.'");
  add->callback([options, corpus, &action] {
    action = [options, corpus] {
      options->corpus = *corpus;
      return add_script(*options);
    };
  });
  CLI::App* format = command->add_subcommand("format", "Bring every script into the canonical form");
  add_corpus(*format, corpus);
  format->footer("Example: netioconf scripts format");
  format->callback([corpus, &action] { action = [corpus] { return format_scripts(*corpus); }; });
  CLI::App* lint = command->add_subcommand("lint", "Say what keeps scripts from being committed");
  add_corpus(*lint, corpus);
  lint->footer("Example: netioconf scripts lint");
  lint->callback([corpus, &action] { action = [corpus] { return lint_scripts(*corpus); }; });
}

void add_shrink(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("shrink", "Make a script as small as it can be and still deviate");
  auto options = std::make_shared<ShrinkOptions>();
  command->add_option("SCRIPT", options->script, "a script that deviates")->required();
  add_implementation(*command, options->implementation);
  add_profile(*command, options->profile);
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child that may crash and hang");
  add_duration(*command, "--time-limit", options->time_limit, "for each call (5s)");
  command->add_option("--out", options->out, "file for the script")->required();
  command->footer(
      "Exit status: 0 a script that deviates was written, 2 there is none.\n"
      "Example: netioconf shrink found.textproto --implementation library:./libfake.so --out "
      "small.textproto");
  command->callback([options, &action] { action = [options] { return shrink_script(*options); }; });
}

void add_view(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("view", "Open a report, or say where its page is");
  auto place = std::make_shared<std::filesystem::path>();
  command->add_option("DIR", *place, "a folder that --out wrote")->required();
  command->footer("Exit status: 0 it is there, 2 it isn't.\nExample: netioconf view out/gate");
  command->callback([place, &action] { action = [place] { return view(*place); }; });
}

bool has_subcommand(CLI::App& program, const std::string& name) {
  const auto commands = program.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(commands.begin(), commands.end(),
                     [&](CLI::App* command) { return command->get_name() == name; });
}

int report_error(CLI::App& program, const CLI::ParseError& error, const std::string& first) {
  const bool asked_for_help = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  if (asked_for_help) return program.exit(error);
  const bool is_option = first.empty() || first.front() == '-';
  if (!is_option && !has_subcommand(program, first)) {
    return could_not_run(first + ": no such subcommand (netioconf --help lists them)");
  }
  std::string what = error.what();
  std::replace(what.begin(), what.end(), '\n', ' ');
  return could_not_run(what + " (netioconf --help)");
}

// Output that can't be written is no result.
int act(const Action& action) {
  try {
    const int status = action();
    if (std::fflush(stdout) == 0) return status;
  } catch (const std::system_error&) {  // what fmt::print throws
  }
  return could_not_run("the output can't be written (free some space, or send it elsewhere)");
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App program{
      "Does an implementation of the route and anycast calls of netioapi do what the documents say?",
      "netioconf"};
  program.set_version_flag("--version", NETIOCONF_VERSION);
  program.require_subcommand(1);
  program.footer("Example: netioconf check --implementation emulated");
  Action action;
  add_check(program, argv[0], action);
  add_sweep(program, argv[0], action);
  add_record(program, action);
  add_judge(program, argv[0], action);
  add_diff(program, argv[0], action);
  add_campaign(program, action);
  add_rules(program, action);
  add_mutants(program, action);
  add_scripts_tool(program, action);
  add_shrink(program, action);
  add_view(program, action);
  add_export(program, action);
  add_explain(program, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_error(program, error, argc > 1 ? argv[1] : "");
  }
  return act(action);
}

}  // namespace netioconf::conformance
