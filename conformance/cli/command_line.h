#pragma once

namespace netioconf::conformance {

// Reads the arguments of `netioconf`, does what they ask for and gives the exit status. Arguments that
// can't be read are one line on standard error and exit status 2.
[[nodiscard]] int run_command_line(int argc, const char* const* argv);

}  // namespace netioconf::conformance
