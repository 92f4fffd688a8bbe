#include "conformance/cli/shrink.h"

#include <vector>

#include "conformance/execution/implementation.h"
#include "conformance/execution/shrink/deviation.h"
#include "corpora/text/loader.h"
#include "oracle/words/describe.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

std::string size_of(const oracle::Script& script) {
  return fmt::format("{} operation{} on {} link{}", script.operations.size(),
                     script.operations.size() == 1 ? "" : "s", script.host.links.size(),
                     script.host.links.size() == 1 ? "" : "s");
}

}  // namespace

int shrink_script(const ShrinkOptions& options) {
  const std::vector<std::filesystem::path> paths = {options.script};
  const auto loaded = corpora::text::load_scripts(paths);
  if (!loaded) return reports::could_not_run(loaded.error().message);
  if (loaded->size() != 1) {
    return reports::could_not_run(options.script.string() +
                                  ": it contains more than one script (name one)");
  }
  const bool in_child = options.isolate || implementations::runs_foreign_code(options.implementation);
  auto implementation = execution::make_implementation(
      options.implementation,
      {.isolation = in_child ? implementations::Isolation::child : implementations::Isolation::none,
       .time_limit = options.time_limit});
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
  if (!written) return reports::could_not_run(written.error().message);
  fmt::print("{}: {}: {}\n", shown->group.rule, oracle::function_name(shown->group.call),
             shown->group.observed);
  fmt::print("{}: {}\n{}: {}; {}, {} runs\n", options.script.string(), size_of(script),
             options.out.string(), size_of(shown->shrunk.script),
             execution::shrink::in_words(shown->shrunk), shown->shrunk.runs);
  for (const oracle::Operation& operation : shown->shrunk.script.operations) {
    fmt::print("  {}\n", oracle::words::describe(operation));
  }
  return reports::exit_conforms;
}

}  // namespace netioconf::conformance::cli
