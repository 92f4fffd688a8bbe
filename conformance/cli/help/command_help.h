#pragma once

#include <string>
#include <vector>

namespace netioconf::conformance::cli::help {

struct OptionHelp {
  std::vector<std::string> names;    // as typed: "-h", "--help"; of a positional argument: "SCRIPT"
  std::string value;                 // "TEXT", "NUMBER"; empty for a flag
  std::vector<std::string> choices;  // all values, if they are limited
  std::string says;
  bool positional = false;
  bool required = false;
  bool repeats = false;

  friend bool operator==(const OptionHelp&, const OptionHelp&) = default;
};

// What --help says, for manual pages and completions.
struct CommandHelp {
  std::string path;  // "netioconf scripts add"
  std::string says;
  std::string footer;
  std::vector<OptionHelp> options;
  std::vector<CommandHelp> subcommands;
};

// The command, its subcommands, and theirs, in the order of --help.
[[nodiscard]] std::vector<const CommandHelp*> all_commands(const CommandHelp& command);

// "netioconf-scripts-add" of "netioconf scripts add".
[[nodiscard]] std::string joined_path(const CommandHelp& command, char separator);

// "check" of "netioconf check".
[[nodiscard]] std::string last_word(const CommandHelp& command);

}  // namespace netioconf::conformance::cli::help
