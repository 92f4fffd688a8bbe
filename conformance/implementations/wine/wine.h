#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/implementations/process/process_transport.h"
#include "conformance/implementations/wine/prefix.h"

namespace netioconf::conformance::implementations::wine {

// Paths of the parts.
struct WinePlaces {
  std::filesystem::path testees;   // built by the preset `windows`
  std::filesystem::path prefixes;  // Wine's own files; created if they are missing
  std::filesystem::path network;   // a command that runs another one in its own network
};

// What follows "wine:" in the name of an implementation.
inline constexpr std::array<std::string_view, 3> form_names{"user", "driver", "driver-at-apc-level"};

// Carries operations out in a testee for Windows under Wine. `which` is the part after "wine:" in the
// name of the implementation: one of `form_names`, optionally followed by :emulated and a colon with a
// personality or a mutant. The error states in one line what is wrong or missing.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> wine_transport(
    std::string_view which, const WinePlaces& places, process::ProcessOptions options);

// For a caller that has a prefix and starts many testees in it, one after the other: copies the drivers
// into the prefix, and returns the command that starts one testee.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> wine_command(
    std::string_view which, const WinePlaces& places, const WinePrefix& prefix);

}  // namespace netioconf::conformance::implementations::wine
