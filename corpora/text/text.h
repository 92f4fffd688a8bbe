#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/files/diagnostic.h"
#include "corpora/script.pb.h"

namespace google::protobuf {
class FieldDescriptor;
class Message;
}  // namespace google::protobuf

namespace netioconf::corpora::text {

// The text form of scripts and traces. `path` is only used in diagnostics.
[[nodiscard]] std::expected<proto::Script, std::string> parse_script(std::string_view text,
                                                                     std::string_view path);
[[nodiscard]] std::expected<proto::Trace, std::string> parse_trace(std::string_view text,
                                                                   std::string_view path);

// Reads any message of script.proto. If the text is wrong, returns a diagnostic, and the message must
// not be used.
[[nodiscard]] std::optional<files::Diagnostic> parse(std::string_view text, std::string_view path,
                                                     google::protobuf::Message& into);

// The way from a script to a member in it.
struct MemberStep {
  const google::protobuf::FieldDescriptor* member;
  int index = -1;  // in a list, from 0; -1: it is none
};
using MemberPath = std::vector<MemberStep>;

// Makes the place of a diagnostic that where the member begins in the text of a script, or where the
// last member before it does: of a list in brackets only the first one has a place.
void put_at(std::string_view text, const MemberPath& path, files::Diagnostic& diagnostic);

// The canonical text of a message: members in the order of their numbers; addresses and prefixes as
// people write them, if nothing is lost; LUIDs and statuses in hexadecimal; a member in one line, if it
// fits. Prints all members that are set, including those that equal the default; see encode().
[[nodiscard]] std::string print(const google::protobuf::Message& message);

// The lines before the first member, without empty lines at the beginning and the end. Line ends become
// "\n", and each line ends in "\n". The rest is verbatim.
[[nodiscard]] std::string head_comment(std::string_view text);

// A comment without its number signs. "# One.\n# Two.\n" gives "One.\nTwo.".
[[nodiscard]] std::string words_of(std::string_view comment);

// The inverse of words_of(). A line that begins with a number sign stays unchanged.
[[nodiscard]] std::string comment_of(std::string_view words);

// The line, counted from 1, of the first comment after the head; nullopt if there is none.
[[nodiscard]] std::optional<std::size_t> line_of_inner_comment(std::string_view text);

}  // namespace netioconf::corpora::text
