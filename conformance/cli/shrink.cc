#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"
#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/deviation.h"
#include "corpora/text/loader.h"
#include "oracle/model/calls.h"
#include "oracle/words/describe.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

struct ShrinkOptions {
  std::filesystem::path script;
  std::string implementation;
  std::filesystem::path out;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  bool isolate = false;  // A library runs in a child in any case.
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;
};

std::string size_of(const oracle::Script& script) {
  return fmt::format("{} operation{} on {} link{}", script.operations.size(),
                     script.operations.size() == 1 ? "" : "s", script.host.links.size(),
                     script.host.links.size() == 1 ? "" : "s");
}

int shrink_script(const ShrinkOptions& options) {
  const auto loaded = corpora::text::load_scripts(options.script);
  if (!loaded) return reports::could_not_run(loaded.error());
  if (loaded->size() != 1) {
    return reports::could_not_run(options.script.string() +
                                  ": it contains more than one script (name one)");
  }
  auto implementation = execution::make_implementation(
      options.implementation, {.isolation = options.isolate ? implementations::Isolation::child
                                                            : implementations::Isolation::foreign_code,
                               .time_limit = options.time_limit,
                               .keep_going = true});
  if (!implementation) return reports::could_not_run(implementation.error());
  const oracle::Script& script = loaded->front().script;
  const auto shown = execution::shrink::shorten(**implementation, options.profile, {.script = script});
  if (!shown) {
    return reports::could_not_run(
        fmt::format("{}: {} does not deviate in it (choose another script, profile or implementation)",
                    options.script.string(), options.implementation));
  }
  const auto written = corpora::text::write_script(
      options.out, shown->shrunk.script, execution::shrink::words_for(shown->group, shown->alone));
  if (!written) return reports::could_not_run(written.error());
  fmt::print("{}: {}: {}\n", shown->group.rule, reports::function_of(shown->group),
             shown->group.observed);
  fmt::print("{}: {}\n{}: {}; {}, {} runs\n", options.script.string(), size_of(script),
             options.out.string(), size_of(shown->shrunk.script),
             execution::shrink::in_words(shown->shrunk), shown->shrunk.runs);
  for (const oracle::Operation& operation : shown->shrunk.script.operations) {
    fmt::print("  {}\n", oracle::words::describe(operation));
  }
  return reports::exit_conforms;
}

}  // namespace

void add_shrink(Program& program) {
  Command command = program.subcommand("shrink", "Write the smallest script that still deviates");
  auto options = std::make_shared<ShrinkOptions>();
  command.path("SCRIPT", options->script, "a script that deviates").required();
  add_implementation(command, options->implementation);
  add_profile(command, options->profile);
  add_isolate(command, options->isolate);
  add_time_limit(command, options->time_limit);
  command.path("--out", options->out, "file for the script").required().decides(Decides::output);
  command.footer(
      "Exit status: 0 a script that deviates was written, 2 there is none or it could not run.\n"
      "Example: netioconf shrink found.textproto --implementation library:./libfake.so --out "
      "small.textproto");
  command.run([options](const reports::Invocation&) { return shrink_script(*options); });
}

}  // namespace netioconf::conformance::cli
