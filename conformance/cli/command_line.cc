#include "conformance/cli/command_line.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <system_error>

#include "conformance/cli/subcommands.h"
#include "reports/model/exit_status.h"

namespace netioconf::conformance::cli {
namespace {

bool has_subcommand(CLI::App& program, const std::string& name) {
  const auto commands = program.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(commands.begin(), commands.end(),
                     [&](CLI::App* command) { return command->get_name() == name; });
}

int report_error(CLI::App& program, const CLI::ParseError& error, const std::string& first) {
  const bool asked_for_help = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  if (asked_for_help) return program.exit(error);
  const bool is_option = first.empty() || first.front() == '-';
  if (!is_option && !has_subcommand(program, first)) {
    return reports::could_not_run(first + ": no such subcommand (netioconf --help lists them)");
  }
  std::string what = error.what();
  std::replace(what.begin(), what.end(), '\n', ' ');
  return reports::could_not_run(what + " (see netioconf --help)");
}

// A run whose output cannot be written has no result.
int act(const Action& action) {
  try {
    const int status = action();
    if (std::fflush(stdout) == 0) return status;
  } catch (const std::system_error&) {  // fmt::print throws it
  }
  return reports::could_not_run("standard output cannot be written (free some space or redirect it)");
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App program{
      "Tests whether an implementation of netioapi's route and anycast calls does what the documents "
      "say",
      "netioconf"};
  program.set_version_flag("--version", NETIOCONF_VERSION);
  program.require_subcommand(1);
  program.footer("Example: netioconf check --implementation emulated");
  Action action;
  add_subcommands_that_judge(program, argv[0], action);
  add_subcommands_that_show(program, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_error(program, error, argc > 1 ? argv[1] : "");
  }
  return act(action);
}

}  // namespace netioconf::conformance::cli
