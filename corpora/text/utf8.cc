#include "corpora/text/utf8.h"

#include <cstdint>

namespace netioconf::corpora::text {
namespace {

// The well-formed byte sequences of the Unicode standard (table 3-7): the first octet determines the
// length and the range of the second octet. All other octets are 0x80 to 0xbf.
struct SequenceForm {
  std::size_t length;  // 0: no character begins with this octet
  std::uint8_t second_least;
  std::uint8_t second_most;
};

SequenceForm form_of(std::uint8_t first) {
  if (first < 0x80) return {1, 0, 0};
  if (first < 0xc2) return {0, 0, 0};
  if (first < 0xe0) return {2, 0x80, 0xbf};
  if (first == 0xe0) return {3, 0xa0, 0xbf};
  if (first == 0xed) return {3, 0x80, 0x9f};
  if (first < 0xf0) return {3, 0x80, 0xbf};
  if (first == 0xf0) return {4, 0x90, 0xbf};
  if (first < 0xf4) return {4, 0x80, 0xbf};
  if (first == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

// The length of the first character of the text; 0 if the text does not begin with a character.
std::size_t length_of_first(std::string_view text) {
  const auto octet = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const SequenceForm form = form_of(octet(0));
  if (form.length > text.size()) return 0;
  if (form.length > 1 && (octet(1) < form.second_least || octet(1) > form.second_most)) return 0;
  for (std::size_t i = 2; i < form.length; ++i) {
    if (octet(i) < 0x80 || octet(i) > 0xbf) return 0;
  }
  return form.length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = length_of_first(text.substr(offset));
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

}  // namespace netioconf::corpora::text
