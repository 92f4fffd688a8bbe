#include <fmt/format.h>

#include "conformance/cli/help/help_files.h"

namespace netioconf::conformance::cli::help {
namespace {

// Inside of single quotes and brackets of _arguments.
std::string escaped(const std::string& text) {
  std::string made;
  for (const char each : text) {
    if (each == '\'') {
      made += "'\\''";
    } else if (each == '\n') {
      made += ' ';
    } else {
      if (each == '[' || each == ']' || each == ':' || each == '\\') made += '\\';
      made += each;
    }
  }
  return made;
}

std::string function_name(const CommandHelp& command) { return "_" + joined_path(command, '_'); }

std::string action_of(const OptionHelp& option) {
  if (option.choices.empty()) return "_files";
  return fmt::format("({})", fmt::join(option.choices, " "));
}

std::string argument_specs(const CommandHelp& command) {
  std::string text;
  for (const OptionHelp& option : command.options) {
    if (option.positional) {
      text += fmt::format(" \\\n    '{}:{}:{}'", option.repeats ? "*" : "", option.names.front(),
                          action_of(option));
      continue;
    }
    for (const std::string& name : option.names) {
      text += fmt::format(
          " \\\n    '*{}[{}]{}'", name, escaped(option.says),
          option.value.empty() ? "" : fmt::format(":{}:{}", option.value, action_of(option)));
    }
  }
  return text;
}

std::string function_of(const CommandHelp& command) {
  std::string text = fmt::format("{}() {{\n", function_name(command));
  if (command.subcommands.empty())
    return text + fmt::format("  _arguments{}\n}}\n\n", argument_specs(command));
  text += "  local -a commands=(\n";
  for (const CommandHelp& each : command.subcommands)
    text += fmt::format("    '{}:{}'\n", last_word(each), escaped(each.says));
  text += fmt::format(
      "  )\n  local curcontext=\"$curcontext\" line state\n  local -A opt_args\n"
      "  _arguments -C{} \\\n    '1: :->command' '*:: :->arguments'\n"
      "  case $state in\n    command) _describe command commands ;;\n    arguments)\n"
      "      case $line[1] in\n",
      argument_specs(command));
  for (const CommandHelp& each : command.subcommands)
    text += fmt::format("        {}) {} ;;\n", last_word(each), function_name(each));
  return text + "      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completion(const CommandHelp& program) {
  std::string text = "#compdef netioconf\n# `netioconf manual` wrote this file.\n\n";
  for (const CommandHelp* command : all_commands(program)) text += function_of(*command);
  return text + "_netioconf \"$@\"\n";
}

}  // namespace netioconf::conformance::cli::help
