#include <fmt/format.h>

#include "conformance/cli/help/help_files.h"

namespace netioconf::conformance::cli::help {
namespace {

// In single quotes.
std::string quoted(const std::string& text) {
  std::string made;
  for (const char each : text) {
    if (each == '\'' || each == '\\') made += '\\';
    made += each == '\n' ? ' ' : each;
  }
  return "'" + made + "'";
}

// Whether a command is on the command line, and none of its subcommands.
std::string condition(const CommandHelp& command, const CommandHelp& program) {
  std::string text;
  if (&command == &program) return "'__fish_use_subcommand'";
  std::string words = command.path.substr(program.path.size() + 1);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    text += fmt::format("{}__fish_seen_subcommand_from {}", text.empty() ? "" : "; and ",
                        words.substr(begin, end - begin));
    begin = end + 1;
  }
  for (const CommandHelp& each : command.subcommands)
    text += fmt::format("; and not __fish_seen_subcommand_from {}", last_word(each));
  return "'" + text + "'";
}

std::string line_of(const OptionHelp& option, const std::string& when) {
  std::string text = fmt::format("complete -c netioconf -n {}", when);
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) text += " -r";
  if (!option.choices.empty()) text += fmt::format(" -f -a '{}'", fmt::join(option.choices, " "));
  return text + fmt::format(" -d {}\n", quoted(option.says));
}

}  // namespace

std::string fish_completion(const CommandHelp& program) {
  std::string text = "# Completions of netioconf for fish. `netioconf manual` wrote this file.\n";
  for (const CommandHelp* command : all_commands(program)) {
    const std::string when = condition(*command, program);
    for (const CommandHelp& each : command->subcommands) {
      text += fmt::format("complete -c netioconf -n {} -f -a {} -d {}\n", when, last_word(each),
                          quoted(each.says));
    }
    for (const OptionHelp& option : command->options) {
      if (!option.positional) text += line_of(option, when);
    }
  }
  return text;
}

}  // namespace netioconf::conformance::cli::help
