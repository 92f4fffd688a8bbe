#include <algorithm>
#include <CLI/CLI.hpp>
#include <thread>

#include "conformance/cli/diff.h"
#include "conformance/cli/record.h"
#include "conformance/cli/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/cli/sweep.h"
#include "conformance/repository/repository_paths.h"
#include "conformance/search/check.h"
#include "conformance/search/mutation_score/by_properties.h"
#include "conformance/search/mutation_score/by_scripts.h"
#include "fuzz/campaign/mutants.h"
#include "reports/model/exit_status.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::cli {
namespace {

void add_check(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand("check", "Judge an implementation with scripts");
  auto options = std::make_shared<search::CheckOptions>();
  options->program = called_as;
  add_implementation(*command, options->implementation);
  add_scripts(*command, options->scripts);
  add_profile(*command, options->profile);
  CLI::Option* known = command->add_option(
      "--known", options->known,
      "list of known deviations; none: no list (the committed list of this implementation)");
  known->check(named());
  command->add_flag("--update", options->update_known, "rewrite the list of known deviations")
      ->excludes(command->add_flag("--strict", options->strict, "undecided steps fail too"));
  command->add_flag("--isolate", options->isolate,
                    "call the implementation in a child process, which may crash or hang");
  add_duration(*command, "--time-limit", options->time_limit,
               "for each call (5s); a testee may take four times as long to start");
  add_duration(*command, "--budget", options->budget,
               "for a search by sweep and properties after the committed scripts; not with --scripts "
               "(no search)");
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
        return reports::could_not_run("--known " + known->as<std::string>() +
                                      ": it names no list that --update can write (name a file)");
      }
      return search::check(*options);
    };
  });
}

void add_sweep(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command =
      program.add_subcommand("sweep", "Judge an implementation with every script of a bounded space");
  auto options = std::make_shared<SweepOptions>();
  options->program = called_as;
  add_implementation(*command, options->implementation);
  command->add_option("--depth", options->depth, "1: single calls (takes seconds); 2: pairs; 3: triples")
      ->check(CLI::Range(1U, search::sweep::depth_max));
  CLI::Option* shard = command->add_option("--shard", options->shard, "I/N: run the I-th of N parts");
  CLI::Option* from = command->add_option("--from", options->from, "number of the script to start with")
                          ->check(CLI::Range(std::size_t{0}, std::size_t{1} << 48U));
  command->add_option("--only", options->only, "number or name of the only script to run")
      ->allow_extra_args(false)
      ->excludes(shard)
      ->excludes(from);
  add_profile(*command, options->profile);
  command
      ->add_option("--groups", options->groups, "number of kinds of deviation after which to stop (20)")
      ->check(CLI::Range(1U, 1000000U));
  add_duration(*command, "--budget", options->budget, "time after which to stop (none)");
  command
      ->add_option("--jobs", options->jobs,
                   "threads for emulated and mutant:NAME (one for each core); use --shard with others")
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
  CLI::App* command = program.add_subcommand("record", "Run scripts and write the traces");
  auto options = std::make_shared<RecordOptions>();
  add_implementation(*command, options->implementation);
  add_scripts(*command, options->scripts);
  command->add_option("--out", options->out, "folder for the traces")->required()->check(named());
  command->add_option("--date", options->date, "date that the traces get");
  command->footer("Example: netioconf record --implementation emulated:windows --out out/traces");
  command->callback([options, &action] { action = [options] { return record(*options); }; });
}

void add_judge(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand("judge", "Judge recorded traces");
  auto options = std::make_shared<JudgeOptions>();
  options->program = called_as;
  command->add_option("TRACE", options->traces, "a trace or a folder of traces")->required();
  add_profile(*command, options->profile);
  command
      ->add_option("--known", options->known,
                   "list of known deviations; none: no list (the committed list of the recorded "
                   "implementation)")
      ->check(named());
  command->add_option("--out", options->out, "folder for report.json, junit.xml, results.sarif, …")
      ->check(named());
  command
      ->add_option("--since", options->since,
                   "an earlier report.json: show which verdicts changed, and which rule changed them")
      ->check(named());
  command->footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf judge out/traces --profile windows\n"
      "         netioconf judge out/traces --since out/last/report.json");
  command->callback([options, &action] { action = [options] { return judge(*options); }; });
}

void add_diff(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command =
      program.add_subcommand("diff", "Compare implementations, or a report with an earlier one");
  auto options = std::make_shared<compare::DiffOptions>();
  options->program = called_as;
  command
      ->add_option("--implementation", options->implementations,
                   "an implementation as for check, or a folder of recorded traces; give two or more")
      ->allow_extra_args(false);
  command->add_option("PLACE", options->places,
                      "two reports, the earlier first (report.json or the folder that --out wrote), or "
                      "folders of recorded traces");
  add_scripts(*command, options->scripts);
  add_profile(*command, options->profile);
  add_duration(*command, "--budget", options->budget,
               "for the sweep after the committed scripts; not with --scripts (10s)");
  command->add_option("--depth", options->depth, "depth of the sweep (1)")
      ->check(CLI::Range(1U, search::sweep::depth_max));
  add_duration(*command, "--time-limit", options->time_limit, "for each call (5s)");
  command
      ->add_option_function<std::string>(
          "--known", [options](const std::string&) { options->without_known = true; },
          "none: do not use the committed lists of known deviations")
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

struct MutantsArguments {
  std::string program;  // argv[0]
  std::string by = "scripts";
  unsigned depth = 2;
  std::vector<std::filesystem::path> scripts;
  search::mutation_score::PropertiesTableOptions search;
  std::vector<std::string> names;  // empty: all mutants
  std::filesystem::path out;       // empty: the table on standard output only
};

int mutants_by_fuzz(const MutantsArguments& options) {
  return fuzz::campaign::mutants_by_fuzz(
      {.repeats = static_cast<unsigned>(options.search.repeats),
       .jobs = std::max(1U, std::thread::hardware_concurrency()),
       .seed = options.search.seed,
       .limit = options.search.limit,
       .names = options.names,
       .out = options.out.empty() ? options.out : std::filesystem::absolute(options.out)});
}

std::string command_line(const MutantsArguments& options) {
  std::string line = reports::words::shell_word(options.program) + " mutants --by " + options.by;
  if (options.by == "sweep") line += fmt::format(" --depth {}", options.depth);
  if (options.by == "properties") {
    line += fmt::format(" --repeats {} --seed {} --limit {}ms", options.search.repeats,
                        options.search.seed, options.search.limit.count());
  }
  for (const auto& path : options.scripts)
    line += " --scripts " + reports::words::shell_word(path.string());
  return line + " --out " + reports::words::shell_word(options.out.string());
}

int show_mutants(const MutantsArguments& options) {
  if (options.by == "fuzz") return mutants_by_fuzz(options);
  if (!options.names.empty()) {
    return reports::could_not_run(options.names.front() +
                                  ": mutants can be named with --by fuzz only (leave the names out)");
  }
  const search::mutation_score::MutationScoreReport report{.out = options.out,
                                                           .command = command_line(options)};
  if (const auto place = search::mutation_score::check_place(report); !place)
    return reports::could_not_run(place.error());
  if (options.by == "properties")
    return search::mutation_score::mutants_by_properties(options.search, report);
  if (options.by == "sweep") return search::mutation_score::mutants_by_sweep(options.depth, report);
  return search::mutation_score::mutants_by_scripts(
      options.scripts.empty() ? std::vector{repository::committed_scripts()} : options.scripts, report);
}

void add_mutants(CLI::App& program, const std::string& called_as, Action& action) {
  CLI::App* command = program.add_subcommand("mutants", "Show which mutants a search catches, and how");
  auto options = std::make_shared<MutantsArguments>();
  options->program = called_as;
  command->add_option("--by", options->by, "the search (scripts)")
      ->check(CLI::IsMember({"scripts", "sweep", "properties", "fuzz"}));
  command->add_option("--depth", options->depth, "depth of the sweep (2)")
      ->check(CLI::Range(1U, search::sweep::depth_max));
  add_scripts(*command, options->scripts);
  command->add_option("--repeats", options->search.repeats, "number of searches for each mutant (1)")
      ->check(CLI::Range(1, 1000));
  command->add_option("--seed", options->search.seed,
                      "seed of the first search; each further search adds 1");
  add_duration(*command, "--limit", options->search.limit, "for each search (1m)");
  command
      ->add_option("--out", options->out,
                   "folder for report.json, index.html, … with a curve of the mutants caught over time; "
                   "results of other searches in it are kept")
      ->check(named());
  command->add_option("MUTANT", options->names, "mutants to search with --by fuzz (all)");
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

}  // namespace netioconf::conformance::cli
