#include "corpora/text/utf8.h"

namespace netioconf::corpora::text {
namespace {

// 0: no character begins with this octet.
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

}  // namespace

Character first_character(std::string_view text) {
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

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const Character character = first_character(text.substr(offset));
    if (!character.valid) return offset;
    offset += character.size;
  }
  return std::nullopt;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_character(text).size);
  return count;
}

}  // namespace netioconf::corpora::text
