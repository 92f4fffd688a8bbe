#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "conformance/implementations/kinds.h"
#include "oracle/readings/reading.h"

namespace netioconf::conformance {

struct ShrinkOptions {
  std::filesystem::path script;
  std::string implementation;
  std::filesystem::path out;
  oracle::Profile profile = oracle::Profile::documented;
  bool isolate = false;  // a library is called in a child also without
  std::chrono::milliseconds time_limit = usual_time_limit;
};

// Writes the smallest script that deviates in the way that this one does first. The result is the exit
// status: 0 if one was written.
[[nodiscard]] int shrink_script(const ShrinkOptions& options);

}  // namespace netioconf::conformance
