#pragma once

#include <string>
#include <vector>

#include "reports/model/report.h"

// The commands that repeat a run, as words for a shell.
namespace netioconf::reports::words {

// Repeats the whole run. The arguments that only decide what is written are left out.
[[nodiscard]] std::string command_line(const Invocation& invocation);

// `invocation` as a run of another subcommand with the same judgement. It keeps only the arguments that
// decide verdicts, but for --implementation.
[[nodiscard]] Invocation judged_in_the_same_way(Invocation invocation, std::string subcommand,
                                                const std::vector<std::string>& implementations,
                                                const std::vector<std::string>& scripts = {});

// The command that repeats a finding: it runs the script and, before it, the scripts of the earlier
// steps that the finding contradicts. If one of them is in no file, it is the command of the whole run.
[[nodiscard]] std::string replay_command(const Report& report, const ScriptResult& script,
                                         const oracle::Finding& finding);

}  // namespace netioconf::reports::words
