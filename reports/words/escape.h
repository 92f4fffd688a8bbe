#pragma once

#include <string>
#include <string_view>

namespace netioconf::reports {

// Text that comes from an implementation, a path or a script may hold anything. These make it fit to be
// shown: always valid UTF-8, never with a control character.

// One line that a terminal shows as it is: control characters and those that turn the direction of
// writing as \u{1B}, bytes that are no UTF-8 as \xFF.
[[nodiscard]] std::string legible(std::string_view text);

// A word of a shell's command line. What is not legible is written in $'…'.
[[nodiscard]] std::string shell_word(std::string_view text);

// Legible text inside of an element or a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

// Legible text that no Markdown dialect takes for markup, also inside of a table.
[[nodiscard]] std::string markdown_text(std::string_view text);

// A relative path as a URI reference (RFC 3986): all bytes but those of names and slashes are in percent
// signs.
[[nodiscard]] std::string uri_path(std::string_view path);

}  // namespace netioconf::reports
