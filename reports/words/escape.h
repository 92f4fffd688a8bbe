#pragma once

#include <string>
#include <string_view>

namespace netioconf::reports::words {

// Text from an implementation, a path or a script may contain anything. These functions make it fit for
// display: the result is valid UTF-8 without control characters.

// One line that a terminal shows literally. Control characters and characters that change the writing
// direction become \u{1B}, bytes that are not UTF-8 become \xFF.
[[nodiscard]] std::string legible(std::string_view text);

// "PATH: words", legible.
[[nodiscard]] std::string about_file(std::string_view path, std::string_view words);

// A word of a shell's command line. Text that is not legible is written as $'…'.
[[nodiscard]] std::string shell_word(std::string_view text);

// Legible text that no Markdown dialect interprets as markup, not even inside a table.
[[nodiscard]] std::string markdown_text(std::string_view text);

// The text with U+FFFD for each byte that is not UTF-8. Everything else stays.
[[nodiscard]] std::string utf8_text(std::string_view text);

// The message of a workflow command of GitHub Actions, and the value of one of its properties.
[[nodiscard]] std::string workflow_message(std::string_view text);
[[nodiscard]] std::string workflow_property(std::string_view text);

// A relative path as a URI reference (RFC 3986). All bytes except unreserved characters and slashes are
// percent-encoded.
[[nodiscard]] std::string uri_path(std::string_view path);

}  // namespace netioconf::reports::words
