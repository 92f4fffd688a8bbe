#pragma once

#include <filesystem>
#include <string>

#include "oracle/readings/reading.h"

namespace netioconf::conformance::cli {

struct ExportOptions {
  std::filesystem::path script;  // a file, or the name of a committed script
  std::string form;              // c, gtest, powershell, ip or textproto
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  std::filesystem::path out;  // empty: standard output
};

// Writes a standalone program that repeats the script. The result is the exit status: 2 also for a
// script that the form cannot express.
[[nodiscard]] int export_script(const ExportOptions& options);

}  // namespace netioconf::conformance::cli
