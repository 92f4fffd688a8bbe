#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "conformance/implementations/kinds.h"
#include "oracle/readings/reading.h"

namespace netioconf::conformance::cli {

struct ShrinkOptions {
  std::filesystem::path script;
  std::string implementation;
  std::filesystem::path out;
  oracle::readings::Profile profile = oracle::readings::Profile::documented;
  bool isolate = false;  // A library runs in a child in any case.
  std::chrono::milliseconds time_limit = implementations::usual_time_limit;
};

// Writes the smallest script that shows the first deviation of this one. The result is the exit status:
// 0 if a script was written.
[[nodiscard]] int shrink_script(const ShrinkOptions& options);

}  // namespace netioconf::conformance::cli
