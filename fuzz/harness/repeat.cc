#include "fuzz/harness/repeat.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "reports/words/escape.h"

namespace netioconf::fuzz::harness {
namespace {

std::vector<std::string> own_arguments() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::vector<std::string> arguments;
  for (std::string argument; std::getline(file, argument, '\0');) arguments.push_back(argument);
  return arguments;
}

// The only file on the command line. An engine that fuzzes gets none, or folders.
std::string input_of(const std::vector<std::string>& arguments) {
  std::string input = "FILE";
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(arguments[i], ignored)) continue;
    if (input != "FILE") return "FILE";
    input = arguments[i];
  }
  return input;
}

}  // namespace

std::string environment(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : value;
}

std::string repeat_command() {
  std::string command;
  for (const char* name : {implementation_variable, other_implementation_variable, profile_variable}) {
    const std::string value = environment(name, "");
    if (!value.empty()) command += std::string{name} + "=" + reports::words::shell_word(value) + " ";
  }
  const std::vector<std::string> arguments = own_arguments();
  if (arguments.empty()) return command + "TARGET FILE";
  return command + reports::words::shell_word(arguments[0]) + " " +
         reports::words::shell_word(input_of(arguments));
}

}  // namespace netioconf::fuzz::harness
