#include "reports/words/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "corpora/text/utf8.h"

namespace netioconf::reports::words {
namespace {

// Control characters, line separators, characters that change the writing direction, and characters that
// XML does not allow.
bool is_unseen(std::uint32_t code) {
  const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029;
  const bool turns = code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
                     (code >= 0x2066 && code <= 0x2069);
  return control || turns || code == 0xfeff || code == 0xfffe || code == 0xffff;
}

// Calls `write` for each piece of the text: with a character, or with a byte that is not part of one.
template <class Write>
std::string rewritten(std::string_view text, Write write) {
  std::string result;
  while (!text.empty()) {
    const corpora::text::Character character = corpora::text::first_character(text);
    result += write(text.substr(0, character.size), character);
    text.remove_prefix(character.size);
  }
  return result;
}

bool is_letter_or_digit(char unit) {
  return (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
}

bool is_word(char unit) {
  return is_letter_or_digit(unit) || std::string_view{"_-./:,=@%+"}.contains(unit);
}

std::string in_dollar_quotes(std::string_view text) {
  const auto write = [](std::string_view piece, const corpora::text::Character& character) {
    if (piece == "'" || piece == "\\") return "\\" + std::string{piece};
    if (character.valid && !is_unseen(character.code)) return std::string{piece};
    std::string bytes;
    for (const char unit : piece) bytes += fmt::format("\\{:03o}", static_cast<std::uint8_t>(unit));
    return bytes;
  };
  return "$'" + rewritten(text, write) + "'";
}

// The text with such characters percent-encoded.
template <class Such>
std::string percent_encoded(std::string_view text, Such such) {
  std::string result;
  for (const char unit : text) {
    if (such(unit)) {
      result += fmt::format("%{:02X}", static_cast<std::uint8_t>(unit));
    } else {
      result += unit;
    }
  }
  return result;
}

}  // namespace

std::string legible(std::string_view text) {
  return rewritten(text, [](std::string_view piece, const corpora::text::Character& character) {
    if (!character.valid) return fmt::format("\\x{:02X}", static_cast<std::uint8_t>(piece.front()));
    if (is_unseen(character.code)) return fmt::format("\\u{{{:X}}}", character.code);
    return std::string{piece};
  });
}

std::string about_file(std::string_view path, std::string_view words) {
  return legible(path) + ": " + legible(words);
}

std::string utf8_text(std::string_view text) {
  return rewritten(text, [](std::string_view piece, const corpora::text::Character& character) {
    return character.valid ? piece : std::string_view{"\xef\xbf\xbd"};
  });
}

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::ranges::all_of(text, is_word)) return std::string{text};
  if (legible(text) != text) return in_dollar_quotes(text);
  std::string quoted = "'";
  for (const char unit : text) quoted += unit == '\'' ? std::string{"'\\''"} : std::string(1, unit);
  return quoted + "'";
}

std::string markdown_text(std::string_view text) {
  // A backslash does not suppress a mention, and some renderers of tables ignore it before a bar.
  static constexpr std::string_view as_entity = "&<>|@";
  static constexpr std::string_view with_backslash = "\\`*_[]~$#";
  std::string result;
  for (const char unit : legible(text)) {
    if (as_entity.contains(unit)) {
      result += fmt::format("&#{};", static_cast<int>(unit));
      continue;
    }
    if (with_backslash.contains(unit)) result += '\\';
    result += unit;
  }
  return result;
}

std::string workflow_message(std::string_view text) {
  return percent_encoded(text, [](char unit) { return std::string_view{"%\r\n"}.contains(unit); });
}

std::string workflow_property(std::string_view text) {
  return percent_encoded(text, [](char unit) { return std::string_view{"%\r\n:,"}.contains(unit); });
}

std::string uri_path(std::string_view path) {
  return percent_encoded(path, [](char unit) {
    return !is_letter_or_digit(unit) && !std::string_view{"-._~/"}.contains(unit);
  });
}

}  // namespace netioconf::reports::words
