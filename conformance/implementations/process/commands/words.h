#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::conformance::implementations::process::commands {

// Splits a command into words at blanks, as a shell does it, with '…', "…" and \ to quote. No other
// character has a special meaning. Between double quotes \ quotes only " and \. The error states in one
// line what is missing.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> split_words(std::string_view command);

}  // namespace netioconf::conformance::implementations::process::commands
