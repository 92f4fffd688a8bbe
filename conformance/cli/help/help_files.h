#pragma once

#include <string>
#include <vector>

#include "conformance/cli/help/command_help.h"

// Files for an installed command. All are made from what --help says.
namespace netioconf::conformance::cli::help {

// A manual page in roff, for one command without its subcommands.
[[nodiscard]] std::string manual_page(const CommandHelp& command, const std::string& version);

// Completions for the command and its subcommands.
[[nodiscard]] std::string bash_completion(const CommandHelp& program);
[[nodiscard]] std::string zsh_completion(const CommandHelp& program);
[[nodiscard]] std::string fish_completion(const CommandHelp& program);

struct HelpFile {
  std::string path;  // below share/
  std::string text;
};

// All of them, where a system looks for them.
[[nodiscard]] std::vector<HelpFile> help_files(const CommandHelp& program, const std::string& version);

}  // namespace netioconf::conformance::cli::help
