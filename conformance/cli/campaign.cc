#include "fuzz/campaign/campaign.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/implementations/kinds.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {

void add_campaign(Program& program) {
  Command command = program.subcommand("campaign", "Search for deviations, for hours");
  auto options = std::make_shared<fuzz::campaign::CampaignOptions>();
  command
      .text("--implementation", options->implementation,
            implementations::kinds_help_for_campaigns() +
                "; not linux or wine, whose lists of known deviations are about committed scripts")
      .required()
      .decides(Decides::verdicts);
  command.duration("--duration", options->duration, "total running time, without interruptions")
      .required();
  command.path("--out", options->out, "folder for corpus, deviations and reports")
      .required()
      .decides(Decides::output);
  add_source_root(command, options->source_root);
  add_output_style(command, options->style);
  options->jobs = std::max(1U, std::thread::hardware_concurrency());
  command
      .number("--jobs", options->jobs, {1, 256},
              "number of parallel targets; default: one for each core")
      .decides(Decides::output);
  command.flag("--resume", options->resume, "continue the campaign in that folder, if there is one")
      .decides(Decides::output);
  add_shard(command, options->shard, "the committed scripts; each part searches different things");
  add_profile(command, options->profile);
  add_time_limit(command, options->time_limit, "time limit of each call (5s)");
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run, 129, 130 or 143 interrupted.\n"
      "Example: netioconf campaign --implementation library:./libfake.so --duration 8h --out out/night\n"
      "         netioconf campaign --implementation library:./libfake.so --duration 8h --shard 3/8 \\\n"
      "             --out out/night-3");
  command.run([options](const reports::Invocation& invocation) {
    options->invocation = invocation;
    const auto name = implementations::parse_name(options->implementation);
    if (!name) return reports::could_not_run(name.error());
    if (const std::string why = implementations::problem_for_campaigns(*name); !why.empty())
      return reports::could_not_run(why);
    options->out = std::filesystem::absolute(options->out);
    return fuzz::campaign::run_campaign(*options);
  });
}

}  // namespace netioconf::conformance::cli
