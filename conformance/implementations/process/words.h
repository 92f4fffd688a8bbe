#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::conformance {

// The words of a command, parted by blanks as a shell does it, with '…', "…" and \ to quote; nothing
// else means anything. Between double quotes \ stands before " or \ only. The error says in one line
// what is missing.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> split_words(std::string_view command);

}  // namespace netioconf::conformance
