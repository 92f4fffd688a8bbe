#include <filesystem>
#include <memory>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "fuzz/campaign/replay/corpus_inputs.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {

void add_replay(Program& program) {
  Command command = program.subcommand("replay", "Judge an implementation with the corpus of a fuzzer");
  auto options = std::make_shared<search::CheckOptions>();
  auto corpus = std::make_shared<std::filesystem::path>();
  command
      .path("CORPUS", *corpus, "a folder with inputs of library_fuzzer, as campaign and merge write it")
      .required();
  add_implementation(command, options->implementation);
  add_shard(command, options->shard, "the inputs");
  add_profile(command, options->profile);
  add_known(command, options->known);
  add_isolate(command, options->isolate);
  add_keep_going(command, options->keep_going);
  add_time_limit(command, options->time_limit);
  add_output_style(command, options->destination.style);
  add_format(command, options->destination.for_github);
  add_report_folder(command, options->destination.out, ", and for the script of each deviation");
  add_source_root(command, options->destination.source_root);
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run or tests too little,\n"
      "129, 130 or 143 interrupted.\n"
      "Example: netioconf replay out/all/corpus --implementation wine:user --out out/wine\n"
      "         netioconf replay out/night/corpus --implementation process:'python3 testee.py'");
  command.run([options, corpus](const reports::Invocation& invocation) {
    auto inputs = fuzz::campaign::replay::read_inputs(*corpus);
    if (!inputs) return reports::could_not_run(inputs.error());
    options->inputs = *std::move(inputs);
    options->invocation = invocation;
    return search::check(*options);
  });
}

}  // namespace netioconf::conformance::cli
