#include "reports/words/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace netioconf::reports::words {
namespace {

struct Character {
  std::uint32_t code = 0;
  std::size_t size = 1;
  bool valid = false;
};

std::size_t size_from(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

bool is_scalar(std::uint32_t code, std::size_t size) {
  static constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  return code >= smallest[size] && code <= 0x10ffff && !surrogate;
}

// The first character of a non-empty text.
Character first_of(std::string_view text) {
  const auto lead = static_cast<std::uint8_t>(text.front());
  const std::size_t size = size_from(lead);
  if (size == 0 || size > text.size()) return {};
  std::uint32_t code = size == 1 ? lead : lead & (0x7fU >> size);
  for (const char unit : text.substr(1, size - 1)) {
    const auto byte = static_cast<std::uint8_t>(unit);
    if ((byte & 0xc0) != 0x80) return {};
    code = code << 6 | (byte & 0x3f);
  }
  return is_scalar(code, size) ? Character{code, size, true} : Character{};
}

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
    const Character character = first_of(text);
    result += write(text.substr(0, character.size), character);
    text.remove_prefix(character.size);
  }
  return result;
}

bool is_word(char unit) {
  static constexpr std::string_view marks = "_-./:,=@%+";
  const bool digit = unit >= '0' && unit <= '9';
  const bool letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  return digit || letter || marks.find(unit) != std::string_view::npos;
}

std::string in_dollar_quotes(std::string_view text) {
  const auto write = [](std::string_view piece, const Character& character) {
    if (piece == "'" || piece == "\\") return "\\" + std::string{piece};
    if (character.valid && !is_unseen(character.code)) return std::string{piece};
    std::string bytes;
    for (const char unit : piece) bytes += fmt::format("\\{:03o}", static_cast<std::uint8_t>(unit));
    return bytes;
  };
  return "$'" + rewritten(text, write) + "'";
}

}  // namespace

std::string legible(std::string_view text) {
  return rewritten(text, [](std::string_view piece, const Character& character) {
    if (!character.valid) return fmt::format("\\x{:02X}", static_cast<std::uint8_t>(piece.front()));
    if (is_unseen(character.code)) return fmt::format("\\u{{{:X}}}", character.code);
    return std::string{piece};
  });
}

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_word)) return std::string{text};
  if (legible(text) != text) return in_dollar_quotes(text);
  std::string quoted = "'";
  for (const char unit : text) quoted += unit == '\'' ? std::string{"'\\''"} : std::string(1, unit);
  return quoted + "'";
}

std::string html_text(std::string_view text) {
  std::string result;
  for (const char unit : legible(text)) {
    switch (unit) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += unit;
    }
  }
  return result;
}

std::string markdown_text(std::string_view text) {
  // A backslash does not suppress a mention, and some renderers of tables ignore it before a bar.
  static constexpr std::string_view as_entity = "&<>|@";
  static constexpr std::string_view with_backslash = "\\`*_[]~$#";
  std::string result;
  for (const char unit : legible(text)) {
    if (as_entity.find(unit) != std::string_view::npos) {
      result += fmt::format("&#{};", static_cast<int>(unit));
      continue;
    }
    if (with_backslash.find(unit) != std::string_view::npos) result += '\\';
    result += unit;
  }
  return result;
}

std::string uri_path(std::string_view path) {
  static constexpr std::string_view unreserved_marks = "-._~/";
  std::string result;
  for (const char unit : path) {
    const bool digit = unit >= '0' && unit <= '9';
    const bool letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    if (digit || letter || unreserved_marks.find(unit) != std::string_view::npos) {
      result += unit;
    } else {
      result += fmt::format("%{:02X}", static_cast<std::uint8_t>(unit));
    }
  }
  return result;
}

}  // namespace netioconf::reports::words
