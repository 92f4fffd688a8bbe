#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "corpora/files/complaint.h"
#include "corpora/script.pb.h"

namespace google::protobuf {
class Message;
}

namespace netioconf::corpora {

// The text form of scripts and traces. `path` only names the text in complaints.
[[nodiscard]] std::expected<proto::Script, Unreadable> parse_script(std::string_view text,
                                                                    std::string_view path);
[[nodiscard]] std::expected<proto::Trace, Unreadable> parse_trace(std::string_view text,
                                                                  std::string_view path);

// Reads any message of script.proto and says what is wrong with the text, if anything is; the message is
// then of no use.
[[nodiscard]] std::optional<Complaint> parse(std::string_view text, std::string_view path,
                                             google::protobuf::Message& into);

// The one way to write a message: members in the order of their numbers, LUIDs, addresses and statuses
// in hexadecimal. What is set is printed, also where it equals the default; see encode().
[[nodiscard]] std::string print(const google::protobuf::Message& message);

// The lines before the first member, verbatim but for line ends, which become "\n", and for empty lines
// around them. Each ends in "\n".
[[nodiscard]] std::string head_comment(std::string_view text);

// A comment without its number signs: what a person would say. "# One.\n# Two.\n" gives "One.\nTwo.".
[[nodiscard]] std::string words_of(std::string_view comment);

// The other way round. A line that begins with a number sign stays as it is.
[[nodiscard]] std::string comment_of(std::string_view words);

// Where a comment stands behind the head, as a line from 1; nullopt if none does.
[[nodiscard]] std::optional<std::size_t> line_of_inner_comment(std::string_view text);

}  // namespace netioconf::corpora
