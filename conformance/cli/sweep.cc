#include <memory>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/search/check_by_sweep.h"

namespace netioconf::conformance::cli {

void add_sweep(Program& program) {
  Command command =
      program.subcommand("sweep", "Judge an implementation with every script of a bounded space");
  auto options = std::make_shared<search::SweepOptions>();
  add_implementation(command, options->implementation);
  command.number("--depth", options->depth, {1, search::sweep::depth_max},
                 "1: single calls (takes seconds); 2: pairs; 3: triples");
  const Option shard = add_shard(command, options->shard, "the space");
  const Option from =
      command.number("--from", options->from, {0, 1ULL << 48U}, "number of the script to start with");
  command.text("--only", options->only, "number or name of the only script to run")
      .excludes(shard)
      .excludes(from);
  add_profile(command, options->profile);
  command.number("--groups", options->groups, {1, 1'000'000},
                 "number of kinds of deviation after which to stop (20)");
  command.duration("--budget", options->budget, "time after which to stop (none)");
  add_jobs(command, options->jobs, " for emulated (one for each core); use --shard with others");
  add_time_limit(command, options->time_limit);
  add_isolate(command, options->isolate);
  add_keep_going(command, options->keep_going);
  add_output_style(command, options->destination.style);
  add_report_folder(command, options->destination.out, ", and for the script of each deviation");
  add_source_root(command, options->destination.source_root);
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run, 129, 130 or 143 interrupted.\n"
      "Example: netioconf sweep --implementation library:./libfake.so --depth 2 --shard 1/4");
  command.run([options](const reports::Invocation& invocation) {
    options->invocation = invocation;
    return search::check_by_sweep(*options);
  });
}

}  // namespace netioconf::conformance::cli
