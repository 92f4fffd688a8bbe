#include "conformance/search/check.h"

#include <memory>

#include "conformance/cli/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {

void add_check(Program& program) {
  Command command = program.subcommand("check", "Judge an implementation with scripts");
  auto options = std::make_shared<search::CheckOptions>();
  add_implementation(command, options->implementation);
  const Option scripts = add_script_paths(command, options->scripts);
  add_profile(command, options->profile);
  command
      .path("--known", options->known,
            "list of known deviations; none: no list (the committed list of an implementation "
            "of this project)")
      .decides(Decides::verdicts);
  Option strict = command.flag("--strict", options->strict, "undecided steps fail too");
  strict.decides(Decides::verdicts);
  command
      .flag("--update", options->update_known,
            "rewrite the list of known deviations; a library or process needs --known FILE")
      .excludes(strict)
      .decides(Decides::output);
  add_isolate(command, options->isolate);
  add_keep_going(command, options->keep_going);
  add_time_limit(command, options->time_limit,
                 "for each call (5s); a testee may take four times as long to start");
  command
      .duration("--budget", options->budget.time,
                "for a search by sweep and properties after the committed scripts (no search)")
      .excludes(scripts);
  command
      .number("--budget-calls", options->budget.calls, {.min = 1},
              "calls after which that search ends, on every machine the same (no limit)")
      .excludes(scripts);
  add_report_folder(command, options->out);
  add_source_root(command, options->source_root);
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run.\n"
      "Example: netioconf check --implementation library:./libfake.so --isolate --out out\n"
      "         netioconf check --implementation library:./libfake.so --budget 60s --out out\n"
      "         netioconf check --implementation process:'python3 testee.py ./libfake.so'");
  command.run([options](const reports::Invocation& invocation) {
    if (options->update_known && options->known == "none") {
      return reports::could_not_run(
          "--known none: it names no list that --update can write (name a file)");
    }
    options->invocation = invocation;
    return search::check(*options);
  });
}

}  // namespace netioconf::conformance::cli
