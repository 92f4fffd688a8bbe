#include <CLI/CLI.hpp>

#include "conformance/cli/check.h"
#include "conformance/cli/diff.h"
#include "reports/model/exit_status.h"
#include "conformance/search/mutation_score/mutants_by_properties.h"
#include "conformance/search/mutation_score/mutants_table.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/cli/record.h"
#include "conformance/cli/shared_options.h"
#include "conformance/cli/sibling.h"
#include "conformance/cli/subcommands.h"
#include "conformance/cli/sweep.h"
#include "reports/words/escape.h"

namespace netioconf::conformance {
namespace {

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
  known->check(named());
  command->add_flag("--update", options->update_known, "rewrite the list of known deviations")
      ->excludes(command->add_flag("--strict", options->strict, "undecided steps fail, too"));
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child that may crash and hang");
  add_duration(*command, "--time-limit", options->time_limit,
               "for each call (5s); a testee has four times that to start");
  add_duration(*command, "--budget", options->budget,
               "for a search by sweep and properties behind the committed scripts; not with --scripts "
               "(none)");
  command->add_option("--out", options->out, "folder for report.json, junit.xml, results.sarif, …")
      ->check(named());
  command->footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf check --implementation library:./libfake.so --isolate --out out\n"
      "         netioconf check --implementation library:./libfake.so --budget 60s --out out\n"
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
  CLI::Option* shard = command->add_option("--shard", options->shard, "I/N: the I-th of N parts");
  CLI::Option* from = command->add_option("--from", options->from, "number of the script to begin with")
                          ->check(CLI::Range(std::size_t{0}, std::size_t{1} << 48U));
  command->add_option("--only", options->only, "number or name of a script: this one alone")
      ->allow_extra_args(false)
      ->excludes(shard)
      ->excludes(from);
  add_profile(*command, options->profile);
  command->add_option("--groups", options->groups, "stop after so many kinds of deviation (20)")
      ->check(CLI::Range(1U, 1000000U));
  add_duration(*command, "--budget", options->budget, "stop after so long");
  command
      ->add_option("--jobs", options->jobs,
                   "threads for emulated and mutant:NAME (one for each core); others take --shard")
      ->check(CLI::Range(1U, 1024U));
  add_duration(*command, "--time-limit", options->time_limit, "for each call (5s)");
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child that may crash and hang");
  command
      ->add_option("--out", options->out,
                   "folder for report.json, junit.xml, …, and for the script of each deviation")
      ->check(named());
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
  command->add_option("--out", options->out, "folder for the traces")->required()->check(named());
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
  command
      ->add_option("--known", options->known,
                   "list of known deviations; none: do without the committed one of the implementation "
                   "that was recorded")
      ->check(named());
  command->add_option("--out", options->out, "folder for report.json, junit.xml, results.sarif, …")
      ->check(named());
  command
      ->add_option("--since", options->since,
                   "an earlier report.json: show which verdicts have changed, and by which rule")
      ->check(named());
  command->footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf judge out/traces --profile windows\n"
      "         netioconf judge out/traces --since out/last/report.json");
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
          "none: do without the committed lists of known deviations, which recorded traces have, too")
      ->check(CLI::IsMember({"none"}));
  command->add_option("--out", options->out, "folder for report.json, index.html, summary.md, …")
      ->check(named());
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

struct MutantsOptions {
  std::string program;  // as it was called
  std::string by = "scripts";
  unsigned depth = 2;
  std::vector<std::filesystem::path> scripts;
  PropertiesTableOptions search;
  std::filesystem::path out;  // empty: no reports but the table
};

int mutants_by_fuzz(const MutantsOptions& options) {
  std::vector<std::string> arguments = {"mutants",
                                        "--repeats",
                                        std::to_string(options.search.repeats),
                                        "--seed",
                                        std::to_string(options.search.seed),
                                        "--limit",
                                        fmt::format("{}ms", options.search.limit.count())};
  if (!options.out.empty()) arguments.insert(arguments.end(), {"--out", options.out.string()});
  return become_sibling("netioconf-campaign", arguments);
}

std::string command_line(const MutantsOptions& options) {
  std::string line = reports::shell_word(options.program) + " mutants --by " + options.by;
  if (options.by == "sweep") line += fmt::format(" --depth {}", options.depth);
  if (options.by == "properties") {
    line += fmt::format(" --repeats {} --seed {} --limit {}ms", options.search.repeats,
                        options.search.seed, options.search.limit.count());
  }
  for (const auto& path : options.scripts) line += " --scripts " + reports::shell_word(path.string());
  return line + " --out " + reports::shell_word(options.out.string());
}

int show_mutants(const MutantsOptions& options) {
  if (options.by == "fuzz") return mutants_by_fuzz(options);
  const HuntReport report{.out = options.out, .command = command_line(options)};
  if (const auto place = check_place(report); !place) return could_not_run(place.error());
  if (options.by == "properties") return mutants_by_properties(options.search, report);
  if (options.by == "sweep") return mutants_by_sweep(options.depth, report);
  return mutants_by_scripts(options.scripts.empty() ? std::vector{committed_scripts()} : options.scripts,
                            report);
}

void add_mutants(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand("mutants", "Show which mutant is caught by what");
  auto options = std::make_shared<MutantsOptions>();
  options->program = called_as;
  command->add_option("--by", options->by, "what is to catch them")
      ->check(CLI::IsMember({"scripts", "sweep", "properties", "fuzz"}));
  command->add_option("--depth", options->depth, "of the sweep (2)")->check(CLI::Range(1U, depth_max));
  add_scripts(*command, options->scripts);
  command->add_option("--repeats", options->search.repeats, "how often each mutant is searched (1)")
      ->check(CLI::Range(1, 1000));
  command->add_option("--seed", options->search.seed,
                      "of the first search; the others count on from it");
  add_duration(*command, "--limit", options->search.limit, "for each search (1m)");
  command
      ->add_option("--out", options->out,
                   "folder for report.json, index.html, …: who was caught when, as a curve; what other "
                   "searches left there stays on the page")
      ->check(named());
  command->footer(
      "Exit status: 0 all caught, 1 not all, 2 could not run.\n"
      "Example: netioconf mutants --by scripts\n"
      "         netioconf mutants --by sweep --out out/mutants\n"
      "         netioconf mutants --by fuzz --repeats 5");
  command->callback([options, &action] { action = [options] { return show_mutants(*options); }; });
}

}  // namespace

void add_subcommands_that_judge(CLI::App& program, const std::string& called_as, Action& action) {
  add_check(program, called_as, action);
  add_sweep(program, called_as, action);
  add_record(program, action);
  add_judge(program, called_as, action);
  add_diff(program, called_as, action);
  add_campaign(program, action);
  add_mutants(program, called_as, action);
}

}  // namespace netioconf::conformance
