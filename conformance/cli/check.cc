#include "conformance/search/check.h"

#include <expected>
#include <memory>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "corpora/text/spelling.h"
#include "oracle/model/calls.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

// The error is one line.
std::expected<oracle::Call, std::string> function_named(const std::string& name) {
  std::vector<std::string> functions;
  for (const oracle::CallInfo& info : oracle::call_table) {
    if (!oracle::is_function(info.call)) continue;
    if (name == info.function || name == info.name) return info.call;
    functions.emplace_back(info.function);
  }
  return std::unexpected(name + ": no such function (" +
                         corpora::text::suggestion(name, functions, "netioapi.h lists them") + ")");
}

}  // namespace

void add_check(Program& program) {
  Command command = program.subcommand("check", "Judge an implementation with scripts");
  auto options = std::make_shared<search::CheckOptions>();
  add_implementation(command, options->implementation);
  add_implementation_version(command, options->implementation_version);
  const Option scripts = add_script_paths(command, options->scripts);
  add_shard(command, options->shard, "the scripts, and of the search after them");
  add_profile(command, options->profile);
  add_known(command, options->known);
  Option strict = command.flag("--strict", options->strict, "undecided steps fail too");
  strict.decides(Decides::verdicts);
  command
      .flag("--update", options->update_known,
            "rewrite the list of known deviations; a library or process needs --known FILE")
      .excludes(strict)
      .decides(Decides::output);
  auto only = std::make_shared<std::vector<std::string>>();
  command
      .text("--only", *only,
            "a function that the implementation is meant to have; the others are not tested (all)")
      .decides(Decides::scripts);
  command
      .number("--min-rules", options->min_rules, {1, 10'000},
              "rules that the run must meet, so that a lost function is noticed")
      .decides(Decides::scripts);
  command.flag("--first", options->first, "stop at the first deviation that is not known");
  add_isolate(command, options->isolate);
  add_keep_going(command, options->keep_going);
  add_time_limit(command, options->time_limit,
                 "for each call (5s); a testee may take 4 times as long to start. All deviations "
                 "together are repeated for at most a minute, 12 time limits or 4 times the run, "
                 "whichever is longest");
  command
      .duration("--budget", options->budget.time,
                "for a search by sweep and properties after the committed scripts (no search)")
      .excludes(scripts);
  command
      .number("--budget-calls", options->budget.calls, {.min = 1},
              "calls after which that search ends, on every machine the same (no limit)")
      .excludes(scripts);
  add_jobs(command, options->jobs,
           " of that search for emulated (one for each core); use --shard with others");
  add_output_style(command, options->destination.style);
  add_format(command, options->destination.for_github);
  add_report_folder(command, options->destination.out, ", and for the scripts that the search found");
  add_source_root(command, options->destination.source_root);
  command.footer(
      "Exit status: 0 conforms, 1 deviates, 2 could not run or tests too little,\n"
      "129, 130 or 143 interrupted.\n"
      "testee.py and reference_testee, which call any library where it is, are in libexec/netioconf of\n"
      "an installation.\n"
      "Example: netioconf check --implementation library:./libfake.so --isolate --out out\n"
      "         netioconf check --implementation library:./libfake.so --budget 60s --out out\n"
      "         netioconf check --implementation library:./libfake.so --shard 3/8 --out out/3\n"
      "         netioconf check --implementation process:'python3 testee.py ./libfake.so'");
  command.run([options, only](const reports::Invocation& invocation) {
    if (options->update_known && options->known == "none") {
      return reports::could_not_run(
          "--known none: it names no list that --update can write (name a file)");
    }
    for (const std::string& name : *only) {
      const auto call = function_named(name);
      if (!call) return reports::could_not_run("--only " + call.error());
      options->only.push_back(*call);
    }
    options->invocation = invocation;
    return search::check(*options);
  });
}

}  // namespace netioconf::conformance::cli
