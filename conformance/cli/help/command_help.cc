#include "conformance/cli/help/command_help.h"

#include <algorithm>

namespace netioconf::conformance::cli::help {

std::vector<const CommandHelp*> all_commands(const CommandHelp& command) {
  std::vector<const CommandHelp*> all = {&command};
  for (const CommandHelp& each : command.subcommands) {
    const auto below = all_commands(each);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

std::string joined_path(const CommandHelp& command, char separator) {
  std::string path = command.path;
  std::ranges::replace(path, ' ', separator);
  return path;
}

std::string last_word(const CommandHelp& command) {
  return command.path.substr(command.path.rfind(' ') + 1);
}

}  // namespace netioconf::conformance::cli::help
