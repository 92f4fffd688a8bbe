#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/implementations/process/process_executor.h"
#include "conformance/implementations/wine/prefix.h"

namespace netioconf::conformance {

// Where things are.
struct WinePlaces {
  std::filesystem::path testees;   // what the preset `windows` made
  std::filesystem::path prefixes;  // Wine's own files; made when they are missing
  std::filesystem::path network;   // the command that runs another in a network of its own
};

// Carries operations out in a testee for Windows under Wine. `which` is what stands behind "wine:" in
// the name of the implementation: user, driver or driver-at-apc-level, and then for the emulator
// :emulated, which takes a personality or a mutant behind one more colon. The error says in one line
// what is wrong, or missing.
[[nodiscard]] std::expected<std::unique_ptr<Executor>, std::string> wine_executor(
    std::string_view which, const WinePlaces& places, ProcessOptions options);

// For who has a prefix already, and many testees to start in it, one after the other: the command that
// starts one, whose drivers are in the prefix then.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> wine_command(
    std::string_view which, const WinePlaces& places, const WinePrefix& prefix);

}  // namespace netioconf::conformance
