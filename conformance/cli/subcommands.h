#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace netioconf::conformance {

// What the chosen subcommand is to do; its result is the exit status.
using Action = std::function<int()>;

// `called_as` is how reports tell to repeat them.
void add_subcommands_that_judge(CLI::App& program, const std::string& called_as, Action& action);
void add_subcommands_that_show(CLI::App& program, Action& action);

}  // namespace netioconf::conformance
