#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "reports/known/known.h"

namespace netioconf::conformance::known {

// The path of the committed list of an implementation's known deviations. The file may not exist.
// nullopt if the implementation does not belong to this project.
[[nodiscard]] std::optional<std::filesystem::path> committed_known_list(
    const std::string& implementation);

// The error is one line, with file and line.
[[nodiscard]] std::expected<reports::known::Known, std::string> read_known_list(
    const std::filesystem::path& path);

// The committed list of an implementation; nullopt if it has none.
[[nodiscard]] std::expected<std::optional<reports::known::Known>, std::string> read_committed_known_list(
    const std::string& implementation);

// The list that --known names: empty is the committed list of the implementation, if it has one; "none"
// is no list; anything else is the file of that name.
[[nodiscard]] std::expected<std::optional<reports::known::Known>, std::string> read_known_list_named(
    const std::filesystem::path& named, const std::string& implementation);

// The date as YYYY-MM-DD, in UTC, so that an entry expires on the same day on every machine.
[[nodiscard]] std::string today();

}  // namespace netioconf::conformance::known
