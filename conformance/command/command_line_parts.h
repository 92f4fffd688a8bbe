#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "oracle/reading.h"

namespace netioconf::conformance {

// What the chosen subcommand is to do.
using Action = std::function<int()>;

// Options that several subcommands have.
void add_profile(CLI::App& command, oracle::Profile& profile);

// Subcommands; each sets the action when it is chosen.
void add_export(CLI::App& program, Action& action);
void add_explain(CLI::App& program, Action& action);

}  // namespace netioconf::conformance
