#include <algorithm>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <thread>

#include "conformance/cli/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/implementations/kinds.h"
#include "fuzz/campaign/campaign.h"

namespace netioconf::conformance::cli {
namespace {

void declare(CLI::App& command, fuzz::campaign::CampaignOptions& options) {
  command
      .add_option("--implementation", options.implementation,
                  implementations::kinds_help_for_campaigns())
      ->required();
  add_duration(command, "--duration", options.duration, "total running time, without interruptions");
  command.get_option("--duration")->required();
  command.add_option("--out", options.out, "folder for corpus, findings and reports")
      ->required()
      ->check(named());
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  command.add_option("--jobs", options.jobs, "number of parallel targets; default: one for each core")
      ->check(CLI::Range(1U, 256U));
  command.add_flag("--resume", options.resume, "continue the campaign in that folder, if there is one");
  add_profile(command, options.profile);
  add_duration(command, "--time-limit", options.time_limit, "time limit of each call (5s)");
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf campaign --implementation library:./libfake.so --duration 8h --out out/night");
}

}  // namespace

void add_campaign(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("campaign", "Search for deviations, for hours");
  auto options = std::make_shared<fuzz::campaign::CampaignOptions>();
  declare(*command, *options);
  command->callback([options, &action] {
    action = [options] {
      options->out = std::filesystem::absolute(options->out);
      return fuzz::campaign::run_campaign(*options);
    };
  });
}

}  // namespace netioconf::conformance::cli
