#include "reports/words/replay.h"

#include <algorithm>
#include <utility>

#include "reports/words/escape.h"

namespace netioconf::reports::words {
namespace {

std::string words_of(const Argument& argument) {
  std::string words;
  if (!argument.option.empty()) words += " " + argument.option;
  if (argument.value) words += " " + shell_word(*argument.value);
  return words;
}

}  // namespace

std::string command_line(const Invocation& invocation) {
  std::string line = shell_word(invocation.program) + " " + invocation.subcommand;
  for (const Argument& argument : invocation.arguments) {
    if (argument.decides != Decides::output) line += words_of(argument);
  }
  return line;
}

std::string divided_run(const Invocation& invocation) {
  std::string run = invocation.subcommand;
  for (const Argument& argument : invocation.arguments) {
    const bool is_shard = argument.option == "--shard";
    if (argument.decides == Decides::scripts && !is_shard) run += words_of(argument);
  }
  return run;
}

Invocation judged_in_the_same_way(Invocation invocation, std::string subcommand,
                                  const std::vector<std::string>& implementations,
                                  const std::vector<std::string>& scripts) {
  Invocation other{.program = std::move(invocation.program), .subcommand = std::move(subcommand)};
  for (const std::string& name : implementations)
    other.arguments.push_back({.option = "--implementation", .value = name});
  for (const std::string& path : scripts) {
    other.arguments.push_back({.option = "--scripts", .value = path, .decides = Decides::scripts});
  }
  for (Argument& argument : invocation.arguments) {
    if (argument.decides == Decides::verdicts && argument.option != "--implementation")
      other.arguments.push_back(std::move(argument));
  }
  return other;
}

std::string replay_command(const Report& report, const Invocation& invocation,
                           const std::vector<ScriptSource>& sources) {
  std::vector<std::string> paths;
  for (const ScriptSource& source : sources) {
    if (source.path.empty()) return report.command();
    if (std::ranges::find(paths, source.path) == paths.end()) paths.push_back(source.path);
  }
  return command_line(judged_in_the_same_way(invocation, "check", {report.implementation()}, paths));
}

}  // namespace netioconf::reports::words
