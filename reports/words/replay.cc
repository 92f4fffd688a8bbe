#include "reports/words/replay.h"

#include <algorithm>
#include <utility>

#include "reports/words/escape.h"

namespace netioconf::reports::words {
namespace {

// A script and its file; the path is empty if the script is in no file.
struct Source {
  std::string name;
  std::string path;

  friend bool operator==(const Source&, const Source&) = default;
};

void add_source(std::vector<Source>& sources, Source source) {
  if (std::find(sources.begin(), sources.end(), source) == sources.end())
    sources.push_back(std::move(source));
}

std::string check_command(const Report& report, const std::vector<Source>& sources) {
  std::vector<std::string> paths;
  for (const Source& source : sources) paths.push_back(source.path);
  return command_line(
      judged_in_the_same_way(report.invocation, "check", {report.implementation}, paths));
}

}  // namespace

std::string command_line(const Invocation& invocation) {
  std::string line = shell_word(invocation.program) + " " + invocation.subcommand;
  for (const Argument& argument : invocation.arguments) {
    if (argument.decides == Decides::output) continue;
    if (!argument.option.empty()) line += " " + argument.option;
    if (argument.value) line += " " + shell_word(*argument.value);
  }
  return line;
}

Invocation judged_in_the_same_way(Invocation invocation, std::string subcommand,
                                  const std::vector<std::string>& implementations,
                                  const std::vector<std::string>& scripts) {
  Invocation other{
      .program = std::move(invocation.program), .subcommand = std::move(subcommand), .arguments = {}};
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

std::string replay_command(const Report& report, const ScriptResult& script,
                           const oracle::Finding& finding) {
  std::vector<Source> sources;
  for (const oracle::Evidence& evidence : finding.contradicts) {
    const ScriptResult* earlier = find_script(report, evidence.script);
    add_source(sources, {evidence.script, earlier == nullptr ? "" : earlier->path});
  }
  add_source(sources, {script.name, script.path});
  const auto in_a_file = [](const Source& source) { return !source.path.empty(); };
  const bool in_files = std::all_of(sources.begin(), sources.end(), in_a_file);
  return in_files ? check_command(report, sources) : report.command;
}

}  // namespace netioconf::reports::words
