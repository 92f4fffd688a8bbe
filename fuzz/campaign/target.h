#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conformance/implementations/child/process.h"

namespace netioconf::fuzz::campaign {

// library_fuzzer, next to the running program. The error is one line, also if the build has no engine.
[[nodiscard]] std::expected<std::filesystem::path, std::string> find_target();

// A run of library_fuzzer.
struct TargetRun {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> environment;  // added to the inherited one
  std::filesystem::path log;                                     // receives its output
};

// Starts it in a process that dies with this one, as do its children. nullopt: no process can be
// started.
[[nodiscard]] std::optional<conformance::implementations::child::Process> start(const TargetRun& run);

// The number after the last occurrence of the words in a log; 0 if there is none.
[[nodiscard]] std::uint64_t number_after(const std::string& log, std::string_view words);

// The last number of features that a target logged.
[[nodiscard]] std::uint64_t features_in(const std::filesystem::path& log);

}  // namespace netioconf::fuzz::campaign
