#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "conformance/process/process_executor.h"

namespace netioconf::conformance {

// Where things are.
struct WinePlaces {
  std::filesystem::path testees;   // what the preset `windows` made
  std::filesystem::path prefixes;  // Wine's own files; made when they are missing
  std::filesystem::path network;   // the command that runs another in a network of its own
};

// Carries operations out in a testee for Windows under Wine. `which` is what stands behind "wine:" in
// the name of the implementation: user or driver, and then for the emulator :emulated, which takes a
// personality or a mutant behind one more colon. The error says in one line what is wrong, or missing.
[[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> wine_executor(
    std::string_view which, const WinePlaces& places, ProcessOptions options);

}  // namespace netioconf::conformance
