#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "oracle/readings/reading.h"

namespace netioconf::conformance {

struct RecordOptions {
  std::string implementation;
  std::vector<std::filesystem::path> scripts;  // empty: the committed ones
  std::filesystem::path out;
  std::string date;  // to be noted in the traces; empty: none
};

// Writes a trace for each script: OUT/<rule>/<idea>.trace.textproto. The result is the exit status.
[[nodiscard]] int record(const RecordOptions& options);

struct JudgeOptions {
  std::string program;  // as it was called
  std::vector<std::filesystem::path> traces;
  oracle::Profile profile = oracle::Profile::documented;
  std::string known;            // as for a check
  std::filesystem::path out;    // empty: no reports but the text
  std::filesystem::path since;  // an earlier report.json, or its folder; empty: nothing is compared
};

// Judges recorded traces as `check` judges a live run, with the committed list of what was recorded. The
// result is the exit status.
[[nodiscard]] int judge(const JudgeOptions& options);

}  // namespace netioconf::conformance
