#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "conformance/cli/options/command.h"
#include "conformance/search/shard/shard.h"
#include "oracle/readings/reading.h"
#include "reports/writers/source_root.h"
#include "reports/writers/text_style.h"

// Options that are the same in several subcommands.
namespace netioconf::conformance::cli::options {

void add_profile(Command& command, oracle::readings::Profile& profile);
Option add_implementation(Command& command, std::string& implementation);
void add_known(Command& command, std::filesystem::path& known);
void add_implementation_version(Command& command, std::string& version);
void add_isolate(Command& command, bool& isolate);
void add_keep_going(Command& command, bool& keep_going);
void add_time_limit(Command& command, std::chrono::milliseconds& time_limit,
                    const std::string& words = "for each call (5s)");
// `more` follows the names of the files in the help.
Option add_report_folder(Command& command, std::optional<std::filesystem::path>& out,
                         const std::string& more = "");
// The current folder, unless the option names another one.
void add_source_root(Command& command, reports::writers::SourceRoot& root);
// `of_what` is what the shards divide.
Option add_shard(Command& command, search::shard::Shard& shard, const std::string& of_what);
// `more` says when there can be several, and follows "threads".
void add_jobs(Command& command, unsigned& jobs, const std::string& more);
Option add_script_paths(Command& command, std::vector<std::filesystem::path>& scripts);

// `for_github` must outlive the run.
void add_format(Command& command, bool& for_github);
// How a result is shown on standard output: on a terminal, with colour unless the environment has
// NO_COLOR, and as wide as the terminal. COLUMNS in the environment is another width.
void add_output_style(Command& command, reports::writers::TextStyle& style);

}  // namespace netioconf::conformance::cli::options
