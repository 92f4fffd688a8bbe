#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpora/files/complaint.h"
#include "corpora/script.pb.h"

// What is asked of a committed script, one question each. Complaints lack the path.
namespace netioconf::corpora {

inline constexpr std::size_t line_size_max = 105;

// Letters and digits, in words joined by one underscore; the first is a letter.
[[nodiscard]] bool is_snake_case(std::string_view name);

// A name that can be a folder and a rule's id: words as above, joined by dots, hyphens or underscores.
[[nodiscard]] bool is_rule_id(std::string_view name);

// A head comment that doesn't say the idea in its first line.
[[nodiscard]] std::optional<Complaint> complaint_of_comment(std::string_view comment);

// Something that the message says and that decode() leaves out.
[[nodiscard]] std::optional<Complaint> complaint_of_excess(const proto::Script& message);

// The same for two scripts if and only if they ask for the same: host and operations.
[[nodiscard]] std::string content_key(const proto::Script& message);

}  // namespace netioconf::corpora
