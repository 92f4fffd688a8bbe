#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "oracle/reading.h"

namespace netioconf::conformance {

struct ShrinkOptions {
  std::filesystem::path script;
  std::string implementation;
  std::filesystem::path out;
  oracle::Profile profile = oracle::Profile::documented;
  bool isolate = false;                        // a library is called in a child also without
  std::chrono::milliseconds time_limit{5000};  // for each call, in a child
};

// Writes the smallest script that deviates in the way that this one does first. The result is the exit
// status: 0 if one was written.
[[nodiscard]] int shrink_script(const ShrinkOptions& options);

}  // namespace netioconf::conformance
