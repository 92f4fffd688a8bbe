#pragma once

#include <chrono>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "oracle/readings/reading.h"

// The options that several subcommands have, alike in each. What they fill must outlive the parsing.
namespace netioconf::conformance {

void add_profile(CLI::App& command, oracle::Profile& profile);
void add_implementation(CLI::App& command, std::string& implementation);
void add_scripts(CLI::App& command, std::vector<std::filesystem::path>& scripts);

// "10s", "500ms", "2m", "8h"
void add_duration(CLI::App& command, const std::string& name, std::chrono::milliseconds& duration,
                  const std::string& words);

// Refuses an empty name where a file or a folder belongs.
[[nodiscard]] CLI::Validator named();

}  // namespace netioconf::conformance
