#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace netioconf::corpora::readable {

enum class TokenKind : std::uint8_t { end, word, string, symbol };

// A name or number, a string with its quotes, or one of {}<>[]:,;
struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t offset = 0;
  std::string_view text;

  [[nodiscard]] bool is(char symbol) const {
    return kind == TokenKind::symbol && text.front() == symbol;
  }
  [[nodiscard]] std::size_t end_offset() const { return offset + text.size(); }
};

// The first token at or after the offset, without comments. A string that is not closed is the end.
[[nodiscard]] Token token_at(std::string_view text, std::size_t offset);

}  // namespace netioconf::corpora::readable
