#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "oracle/trace.h"

namespace netioconf::conformance {

// What a command of the shell printed, errors too, and its exit status.
struct ProgramOutput {
  int status = 0;
  std::string text;
};
[[nodiscard]] ProgramOutput output_of(const std::string& command);

[[nodiscard]] bool has_program(const std::string& name);

// How scripts ended, by name: 0 conforms, 1 deviates, 2 undecided.
using Ends = std::map<std::string, int>;

// Of the committed scripts, each judged alone.
[[nodiscard]] Ends judged_ends(const std::string& implementation);

// A C program that carries out every committed script, one after the other, each in a copy of itself,
// and prints a line with its name and its end.
[[nodiscard]] std::string program_of_all_scripts();

}  // namespace netioconf::conformance
