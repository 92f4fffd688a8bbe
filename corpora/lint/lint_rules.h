#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpora/files/diagnostic.h"
#include "corpora/script.pb.h"

// The individual checks of a committed script. The diagnostics have no path.
namespace netioconf::corpora::lint {

inline constexpr std::size_t line_size_max = 105;

// Words of letters and digits, joined by single underscores. The first character is a letter.
[[nodiscard]] bool is_snake_case(std::string_view name);

// A valid rule id, which is also a folder name: words as above, joined by dots, hyphens or underscores.
[[nodiscard]] bool is_rule_id(std::string_view name);

// Complains if the first line of a head comment does not state the idea, or if a line is too long.
[[nodiscard]] std::optional<files::Diagnostic> check_comment(std::string_view comment);

// Equal for two scripts if and only if their hosts and operations are equal.
[[nodiscard]] std::string content_key(const proto::Script& message);

}  // namespace netioconf::corpora::lint
