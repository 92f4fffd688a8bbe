#pragma once

namespace netioconf::conformance::cli {

// Parses the arguments of `netioconf`, runs the subcommand and returns the exit status. For invalid
// arguments it prints one line on standard error and returns 2.
[[nodiscard]] int run_command_line(int argc, const char* const* argv);

}  // namespace netioconf::conformance::cli
