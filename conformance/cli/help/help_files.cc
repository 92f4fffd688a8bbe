#include "conformance/cli/help/help_files.h"

namespace netioconf::conformance::cli::help {

std::vector<HelpFile> help_files(const CommandHelp& program, const std::string& version) {
  std::vector<HelpFile> files = {{"bash-completion/completions/netioconf", bash_completion(program)},
                                 {"zsh/site-functions/_netioconf", zsh_completion(program)},
                                 {"fish/vendor_completions.d/netioconf.fish", fish_completion(program)}};
  for (const CommandHelp* command : all_commands(program)) {
    files.push_back({"man/man1/" + joined_path(*command, '-') + ".1", manual_page(*command, version)});
  }
  return files;
}

}  // namespace netioconf::conformance::cli::help
