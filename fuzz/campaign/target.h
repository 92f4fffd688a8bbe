#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/implementations/library/process.h"

namespace netioconf::fuzz {

// library_fuzzer, beside the running program. The error is one line, also where it has no engine.
[[nodiscard]] std::expected<std::filesystem::path, std::string> find_target();

// A run of library_fuzzer.
struct TargetRun {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> environment;  // beside the one there is
  std::filesystem::path log;                                     // where its output goes
};

// Starts it in a process that dies with this one, and with it what it starts. nullopt: there can be no
// further process.
[[nodiscard]] std::optional<conformance::Process> start(const TargetRun& run);

// What a target said last.
struct EngineNumbers {
  std::uint64_t features = 0;
  std::uint64_t corpus = 0;
};
[[nodiscard]] EngineNumbers last_numbers(const std::filesystem::path& log);

}  // namespace netioconf::fuzz
