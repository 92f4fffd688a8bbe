#pragma once

#include <string>
#include <vector>

#include "reports/model/invocation.h"
#include "reports/model/report.h"

// The commands that repeat a run, as words for a shell.
namespace netioconf::reports::words {

// Repeats the whole run. The arguments that only decide what is written are left out.
[[nodiscard]] std::string command_line(const Invocation& invocation);

// The whole run that the shards of `invocation` divide: the subcommand and the arguments that decide
// which scripts are run, as "sweep --depth 2".
[[nodiscard]] std::string divided_run(const Invocation& invocation);

// `invocation` as a run of another subcommand with the same judgement. It keeps only the arguments that
// decide verdicts, but for --implementation.
[[nodiscard]] Invocation judged_in_the_same_way(Invocation invocation, std::string subcommand,
                                                const std::vector<std::string>& implementations,
                                                const std::vector<std::string>& scripts = {});

// A script and its file; the path is empty if the script is in no file.
struct ScriptSource {
  std::string name;
  std::string path;
};

// The command that runs these scripts one after the other, each once, and judges them in the same way.
// If one of them is in no file, it is the command of the whole run.
[[nodiscard]] std::string replay_command(const Report& report, const Invocation& invocation,
                                         const std::vector<ScriptSource>& sources);

}  // namespace netioconf::reports::words
