#include "corpora/readable/likely_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace netioconf::corpora::readable {
namespace {

constexpr std::size_t shown_size_max = 60;
constexpr std::size_t octet_count = 4;
constexpr std::size_t group_count = 8;
constexpr std::size_t group_digit_max = 4;

// A text that is corrected step by step, and what was wrong first.
struct Correction {
  std::string text;
  std::string reason;

  void because(std::string words) {
    if (reason.empty()) reason = std::move(words);
  }
};

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::string without_leading_zeros(const std::string& number) {
  return number.substr(std::min(number.find_first_not_of('0'), number.size() - 1));
}

bool is_above(const std::string& number, std::size_t most) {
  const std::string limit = std::to_string(most);
  return number.size() > limit.size() || (number.size() == limit.size() && number > limit);
}

// A letter that looks like a digit, other punctuation, and what surrounds an address elsewhere.
void correct_letters(Correction& correction) {
  struct Replaced {
    std::string_view wrong;
    std::string_view right;
    std::string_view reason;
  };
  constexpr Replaced all[] = {
      {"\xe2\x80\x9c", "", "it has typographic quotes"},
      {"\xe2\x80\x9d", "", "it has typographic quotes"},
      {"\xe2\x80\x9e", "", "it has typographic quotes"},
      {" ", "", "it has a blank"},
      {"\t", "", "it has a blank"},
      {",", ".", "it has a comma"},
      {"O", "0", "it has the letter O instead of 0"},
      {"o", "0", "it has the letter O instead of 0"},
      {"\\", "/", "it has a backslash"},
  };
  std::string& text = correction.text;
  for (const auto& [wrong, right, reason] : all) {
    for (std::size_t at = text.find(wrong); at != text.npos; at = text.find(wrong, at)) {
      correction.because(std::string(reason));
      text.replace(at, wrong.size(), right);
    }
  }
  const std::size_t zone = text.find('%');
  if (zone == text.npos) return;
  correction.because("a zone is written as scope_id");
  text.erase(zone, std::min(text.find('/', zone), text.size()) - zone);
}

// 300 becomes 30: one digit too many is more likely than a wrong digit.
void correct_octet(std::string& octet, Correction& correction) {
  if (!is_number(octet)) return;
  if (octet.size() > 1 && octet.front() == '0') {
    correction.because(fmt::format("{} begins with 0", octet));
    octet = without_leading_zeros(octet);
  }
  if (!is_above(octet, 255)) return;
  correction.because(fmt::format("{} is greater than 255", octet));
  while (is_above(octet, 255)) octet.pop_back();
}

// Zeros are only likely at the end of a prefix.
void correct_ipv4(Correction& correction, Form form) {
  std::vector<std::string> octets = parts_of(correction.text, '.');
  if (octets.size() != octet_count) correction.because("an IPv4 address has four numbers");
  std::erase(octets, "");
  if (octets.empty()) return;
  if (octets.size() > octet_count || form == Form::prefix) octets.resize(octet_count, "0");
  for (std::string& octet : octets) correct_octet(octet, correction);
  correction.text = fmt::format("{}", fmt::join(octets, "."));
}

void correct_ipv6(Correction& correction) {
  std::string& text = correction.text;
  for (std::size_t at = text.find(":::"); at != text.npos; at = text.find(":::")) {
    correction.because("\":::\" has one colon too many");
    text.erase(at, 1);
  }
  for (std::size_t at = text.find("::"); text.find("::", at + 1) != text.npos; at = text.find("::")) {
    correction.because("\"::\" may stand only once");
    text.erase(at, 1);
  }
  std::vector<std::string> groups = parts_of(text, ':');
  for (std::string& group : groups) {
    const std::size_t wrong = group.find_first_not_of("0123456789abcdefABCDEF.");
    if (wrong != group.npos) correction.because(fmt::format("{} is not a hexadecimal number", group));
    if (group.size() <= group_digit_max || group.find('.') != group.npos) continue;
    correction.because(fmt::format("{} has more than four digits", group));
    group.resize(group_digit_max);
  }
  const bool is_short = text.find("::") == text.npos && groups.size() < group_count;
  text = fmt::format("{}", fmt::join(groups, ":"));
  if (!is_short) return;
  correction.because("an IPv6 address has eight groups");
  text += text.ends_with(':') ? ":" : "::";
}

void correct_address(Correction& correction, Form form) {
  if (correction.text.find(':') != correction.text.npos) return correct_ipv6(correction);
  correct_ipv4(correction, form);
}

// The number of ones at the begin of a mask. nullopt: it is no mask.
std::optional<std::size_t> length_of_mask(std::string_view text) {
  std::string bits;
  for (const std::string& octet : parts_of(text, '.')) {
    if (!is_number(octet) || octet.size() > 3 || is_above(octet, 255)) return std::nullopt;
    bits += fmt::format("{:08b}", std::stoul(octet));
  }
  const std::size_t ones = std::min(bits.find('0'), bits.size());
  const bool is_mask = bits.size() == 32 && bits.find('1', ones) == bits.npos;
  return is_mask ? std::optional{ones} : std::nullopt;
}

// The length of a prefix, from the text after the slash. As in an octet, a digit too many is more likely
// than a wrong one.
std::string corrected_length(std::string length, bool is_ipv6, Correction& correction) {
  const std::size_t bits = is_ipv6 ? 128 : 32;
  if (const auto mask = length_of_mask(length); mask && !is_ipv6) {
    correction.because("the length is a number of bits, not a mask");
    return std::to_string(*mask);
  }
  if (!is_number(length)) {
    correction.because(length.empty() ? "the length is missing" : "the length is not a number");
    return std::to_string(bits);
  }
  length = without_leading_zeros(length);
  if (!is_above(length, bits)) return length;
  correction.because(fmt::format("IPv{} has only {} bits", is_ipv6 ? 6 : 4, bits));
  if (length.size() == std::to_string(bits).size()) return std::to_string(bits);
  while (is_above(length, bits)) length.pop_back();
  return length;
}

Correction corrected(std::string_view text, Form form) {
  Correction correction{.text = std::string(text)};
  correct_letters(correction);
  const std::string whole = correction.text;
  const std::size_t slash = std::min(whole.find('/'), whole.size());
  correction.text.resize(slash);
  correct_address(correction, form);
  if (form == Form::prefix) {
    const bool is_ipv6 = correction.text.find(':') != correction.text.npos;
    const std::string length = whole.substr(std::min(slash + 1, whole.size()));
    correction.text += "/" + corrected_length(length, is_ipv6, correction);
  } else if (slash < whole.size()) {
    correction.because("an address has no length");
  }
  return correction;
}

std::string_view noun_of(Form form) {
  switch (form) {
    case Form::prefix:
      return "a prefix";
    case Form::ipv4:
      return "an IPv4 address";
    case Form::ipv6:
      return "an IPv6 address";
    case Form::address:
    case Form::none:
      break;
  }
  return "an address";
}

std::string_view example_of(Form form) {
  switch (form) {
    case Form::prefix:
      return "write one as \"198.51.100.0/24\" or \"2001:db8::/32\"";
    case Form::ipv4:
      return "write one as \"198.51.100.7\"";
    case Form::ipv6:
      return "write one as \"2001:db8::7\"";
    case Form::address:
    case Form::none:
      break;
  }
  return "write one as \"198.51.100.7\" or \"2001:db8::7\"";
}

// Short and in ASCII, so that a cut does not divide a character.
std::string shown(std::string_view text) {
  std::string words(text.substr(0, shown_size_max));
  std::replace_if(
      words.begin(), words.end(), [](char letter) { return letter < ' ' || letter > '~'; }, '?');
  return text.size() > shown_size_max ? words + "..." : words;
}

}  // namespace

Mistake mistake_in(std::string_view text, Form form) {
  Mistake mistake{.what = fmt::format("\"{}\" is not {}", shown(text), noun_of(form)),
                  .remedy = std::string(example_of(form))};
  if (text.size() > shown_size_max) return mistake;
  const Correction correction = corrected(text, form);
  const bool is_likely = numbers_from(correction.text, form).has_value();
  // A word has no numbers that could be wrong.
  const bool has_numbers = text.find_first_of(".:") != text.npos;
  if (!correction.reason.empty() && (is_likely || has_numbers)) mistake.what += ": " + correction.reason;
  if (is_likely) mistake.remedy = fmt::format("did you mean \"{}\"?", correction.text);
  return mistake;
}

}  // namespace netioconf::corpora::readable
