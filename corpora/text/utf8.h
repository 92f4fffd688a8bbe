#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace netioconf::corpora::text {

struct Character {
  std::uint32_t code = 0;
  std::size_t size = 1;  // in octets
  bool valid = false;    // false: the octet is not the start of a character
};

// The first character of a text, which must not be empty. Surrogates and overlong forms are not
// characters.
[[nodiscard]] Character first_character(std::string_view text);

// The offset of the first octet that is not part of a character; nullopt if there is none.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Counts each octet that is not part of a character as one.
[[nodiscard]] std::size_t character_count(std::string_view text);

}  // namespace netioconf::corpora::text
