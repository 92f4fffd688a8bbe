#pragma once

#include <chrono>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "oracle/readings/reading.h"

// Options that are the same in several subcommands. The variables that they set must outlive the
// parsing.
namespace netioconf::conformance::cli {

void add_profile(CLI::App& command, oracle::readings::Profile& profile);
void add_implementation(CLI::App& command, std::string& implementation);
void add_scripts(CLI::App& command, std::vector<std::filesystem::path>& scripts);

// Adds an option for a duration such as "10s", "500ms", "2m" or "8h".
void add_duration(CLI::App& command, const std::string& name, std::chrono::milliseconds& duration,
                  const std::string& words);

// Refuses an empty name for a file or a folder.
[[nodiscard]] CLI::Validator named();

}  // namespace netioconf::conformance::cli
