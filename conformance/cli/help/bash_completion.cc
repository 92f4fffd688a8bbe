#include <fmt/format.h>

#include "conformance/cli/help/help_files.h"

namespace netioconf::conformance::cli::help {
namespace {

std::string words_of(const CommandHelp& command) {
  std::vector<std::string> words;
  for (const CommandHelp& each : command.subcommands) words.push_back(last_word(each));
  for (const OptionHelp& option : command.options) {
    if (!option.positional) words.insert(words.end(), option.names.begin(), option.names.end());
  }
  return fmt::format("{}", fmt::join(words, " "));
}

std::string subcommand_cases(const CommandHelp& program) {
  std::string text;
  for (const CommandHelp* command : all_commands(program)) {
    if (command != &program) text += fmt::format("      '{}') command=$candidate ;;\n", command->path);
  }
  return text;
}

std::string value_cases(const CommandHelp& program) {
  std::string text;
  for (const CommandHelp* command : all_commands(program)) {
    for (const OptionHelp& option : command->options) {
      if (option.positional || option.value.empty()) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names)
        patterns.push_back(fmt::format("'{} {}'", command->path, name));
      text += fmt::format("    {}) words='{}' ;;\n", fmt::join(patterns, "|"),
                          fmt::join(option.choices, " "));
    }
  }
  return text;
}

std::string word_cases(const CommandHelp& program) {
  std::string text;
  for (const CommandHelp* command : all_commands(program))
    text += fmt::format("    '{}') words='{}' ;;\n", command->path, words_of(*command));
  return text;
}

}  // namespace

// Files complete where no word fits.
std::string bash_completion(const CommandHelp& program) {
  return fmt::format(
      "# Completions of netioconf for bash. `netioconf manual` wrote this file.\n"
      "_netioconf() {{\n"
      "  local i candidate words='' command={0} word=${{COMP_WORDS[COMP_CWORD]}}\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    candidate=\"$command ${{COMP_WORDS[i]}}\"\n"
      "    case $candidate in\n"
      "{1}"
      "    esac\n"
      "  done\n"
      "  case \"$command ${{COMP_WORDS[COMP_CWORD - 1]}}\" in\n"
      "{2}"
      "    *) case $command in\n"
      "{3}"
      "    esac ;;\n"
      "  esac\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
      "}}\n"
      "complete -o default -F _netioconf netioconf\n",
      program.path, subcommand_cases(program), value_cases(program), word_cases(program));
}

}  // namespace netioconf::conformance::cli::help
