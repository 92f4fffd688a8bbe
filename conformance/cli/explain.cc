#include "conformance/cli/explain/explain.h"

#include <memory>

#include "conformance/cli/options/shared_options.h"
#include "conformance/cli/subcommands.h"

namespace netioconf::conformance::cli {

void add_explain(Program& program) {
  Command command = program.subcommand(
      "explain", "Show what the pages promise, what they leave open, and what implementations do");
  auto options = std::make_shared<explain::ExplainOptions>();
  command
      .text(
          "NAME", options->what,
          "a rule, a reading, a status, a function, a structure, a member, a parameter, a group of "
          "rules, a finding, a report about Windows or a script: route.lifetimes, duplicate-key, "
          "0xC0000225, CreateIpForwardEntry2, MIB_IPFORWARD_ROW2, Metric, SourceAddress, route, R10, W5")
      .required();
  command.text("--implementation", options->implementations,
               "an implementation to run (the emulator's personalities)");
  add_profile(command, options->profile);
  command.footer(
      "Exit status: 0 explained, 2 the name is unknown or it could not run.\n"
      "Example: netioconf explain duplicate-key\n"
      "         netioconf explain route.lifetimes --implementation library:./libyours.so\n"
      "         netioconf explain 5010 --profile windows");
  command.run([options](const reports::Invocation&) { return explain::explain(*options); });
}

}  // namespace netioconf::conformance::cli
