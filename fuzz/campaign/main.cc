#include <fmt/format.h>

#include <algorithm>
#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>

#include "conformance/cli/shared_options.h"
#include "fuzz/campaign/campaign.h"
#include "fuzz/campaign/mutants.h"
#include "reports/model/exit_status.h"

namespace {

using netioconf::conformance::cli::add_duration;
using netioconf::conformance::cli::add_profile;
using netioconf::conformance::cli::named;
using netioconf::fuzz::campaign::CampaignOptions;
using netioconf::fuzz::campaign::MutantsOptions;
using netioconf::reports::could_not_run;

void declare(CLI::App& program, CampaignOptions& options) {
  program
      .add_option("--implementation", options.implementation,
                  "emulated[:PERSONALITY], mutant:NAME, library:PATH or process:COMMAND")
      ->required();
  add_duration(program, "--duration", options.duration, "total running time, without interruptions");
  program.get_option("--duration")->required();
  program.add_option("--out", options.out, "folder for corpus, findings and reports")
      ->required()
      ->check(named());
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  program.add_option("--jobs", options.jobs, "number of parallel targets; default: one for each core")
      ->check(CLI::Range(1U, 256U));
  program.add_flag("--resume", options.resume, "continue the campaign in that folder, if there is one");
  add_profile(program, options.profile);
  add_duration(program, "--time-limit", options.time_limit, "time limit of each call (5s)");
  program.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf campaign --implementation library:./libfake.so --duration 8h --out out/night");
}

void declare(CLI::App& program, MutantsOptions& options) {
  program.add_option("--repeats", options.repeats, "searches for each mutant, with different seeds (1)")
      ->check(CLI::Range(1U, 1000U));
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  program.add_option("--jobs", options.jobs, "number of parallel searches; default: one for each core")
      ->check(CLI::Range(1U, 256U));
  program.add_option("--seed", options.seed,
                     "seed of the first search; later searches use the next numbers");
  add_duration(program, "--limit", options.limit, "time limit of each search (1m)");
  program.add_option("--out", options.out, "folder for report.json, index.html, …")->check(named());
  program.add_option("MUTANT", options.names, "mutants to search; default: all");
  program.footer(
      "Exit status: 0 all caught in every search, 1 not all, 2 could not run.\n"
      "Example: netioconf mutants --by fuzz --repeats 5");
}

// nullopt: continue; otherwise the exit status.
std::optional<int> parse(CLI::App& program, int argc, char** argv) {
  try {
    program.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return program.exit(error);
    std::string what = error.what();
    std::replace(what.begin(), what.end(), '\n', ' ');
    return netioconf::reports::could_not_run(what + " (" + program.get_name() + " --help)");
  }
}

int run(int argc, char** argv) {
  if (argc > 1 && std::string_view{argv[1]} == "mutants") {
    CLI::App program{"Show which mutants fuzzing catches", "netioconf mutants --by fuzz"};
    MutantsOptions options;
    declare(program, options);
    if (const auto status = parse(program, argc - 1, argv + 1)) return *status;
    return netioconf::fuzz::campaign::mutants_by_fuzz(options);
  }
  CLI::App program{"Search an implementation for deviations, for hours", "netioconf campaign"};
  CampaignOptions options;
  declare(program, options);
  if (const auto status = parse(program, argc, argv)) return *status;
  options.out = std::filesystem::absolute(options.out);
  return netioconf::fuzz::campaign::run_campaign(options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const int status = run(argc, argv);
    if (std::fflush(stdout) == 0) return status;
  } catch (const std::system_error&) {  // thrown by fmt::print
  }
  return netioconf::reports::could_not_run(
      "the output can't be written (free some space, or redirect it)");
}
