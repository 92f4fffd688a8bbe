#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "oracle/readings/reading.h"

namespace netioconf::conformance::cli {

struct RecordOptions {
  std::string implementation;
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones
  std::filesystem::path out;
  std::string date;  // that the traces get; empty: none
};

// Writes a trace for each script: OUT/<rule>/<idea>.trace.textproto. The result is the exit status.
[[nodiscard]] int record(const RecordOptions& options);

struct JudgeOptions {
  std::string program;  // argv[0]
  std::vector<std::filesystem::path> traces;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::string known;            // as for a check
  std::filesystem::path out;    // empty: the text on standard output only
  std::filesystem::path since;  // an earlier report.json, or its folder; empty: nothing is compared
};

// Judges recorded traces as `check` judges a live run, with the committed list of the recorded
// implementation. The result is the exit status.
[[nodiscard]] int judge(const JudgeOptions& options);

}  // namespace netioconf::conformance::cli
