#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace netioconf::conformance::cli {

// Runs the chosen subcommand; the result is the exit status.
using Action = std::function<int()>;

// `called_as` is the program name in the commands that reports show.
void add_subcommands_that_judge(CLI::App& program, const std::string& called_as, Action& action);
void add_campaign(CLI::App& program, Action& action);
void add_subcommands_that_show(CLI::App& program, Action& action);

}  // namespace netioconf::conformance::cli
