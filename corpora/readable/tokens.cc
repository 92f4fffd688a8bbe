#include "corpora/readable/tokens.h"

#include <algorithm>

namespace netioconf::corpora::readable {
namespace {

constexpr std::string_view spaces = " \t\r\v\f\n";
constexpr std::string_view symbols = "{}<>[]:,;";
constexpr std::string_view ends_of_word = " \t\r\v\f\n{}<>[]:,;\"'#";

std::size_t after_spaces_and_comments(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (text[offset] == '#') {
      offset = std::min(text.find('\n', offset), text.size());
    } else if (spaces.find(text[offset]) != spaces.npos) {
      ++offset;
    } else {
      break;
    }
  }
  return std::min(offset, text.size());
}

// 0: the string is not closed on its line.
std::size_t size_of_string(std::string_view rest) {
  for (std::size_t i = 1; i < rest.size() && rest[i] != '\n'; ++i) {
    if (rest[i] == rest.front()) return i + 1;
    if (rest[i] == '\\') ++i;
  }
  return 0;
}

}  // namespace

Token token_at(std::string_view text, std::size_t offset) {
  offset = after_spaces_and_comments(text, offset);
  const std::string_view rest = text.substr(offset);
  Token token{.kind = TokenKind::end, .offset = offset};
  if (rest.empty()) return token;
  if (symbols.find(rest.front()) != symbols.npos) {
    token.kind = TokenKind::symbol;
    token.text = rest.substr(0, 1);
  } else if (rest.front() == '"' || rest.front() == '\'') {
    token.text = rest.substr(0, size_of_string(rest));
    if (!token.text.empty()) token.kind = TokenKind::string;
  } else {
    token.kind = TokenKind::word;
    token.text = rest.substr(0, rest.find_first_of(ends_of_word));
  }
  return token;
}

}  // namespace netioconf::corpora::readable
