#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "reports/known/known.h"

namespace netioconf::conformance {

// Where the committed list of an implementation's known deviations is, or would be.
[[nodiscard]] std::filesystem::path committed_known_list(const std::string& implementation);

// The error is one line, with file and line.
[[nodiscard]] std::expected<reports::Known, std::string> read_known_list(
    const std::filesystem::path& path);

// The committed list of an implementation; nothing if it has none.
[[nodiscard]] std::expected<std::optional<reports::Known>, std::string> read_committed_known_list(
    const std::string& implementation);

// What --known names: nothing stands for the committed list of the implementation, if it has one; "none"
// for no list; anything else for the file of that name.
[[nodiscard]] std::expected<std::optional<reports::Known>, std::string> read_known_list_named(
    const std::string& named, const std::string& implementation);

// YYYY-MM-DD. Deviations expire by day, in UTC so that it is the same day on every machine.
[[nodiscard]] std::string today();

}  // namespace netioconf::conformance
