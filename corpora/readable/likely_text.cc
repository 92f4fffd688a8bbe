#include "corpora/readable/likely_text.h"

#include <algorithm>
#include <cstddef>
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
  std::vector<std::string> groups = parts_of(text, ':');
  for (std::string& group : groups) {
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

// The length of a prefix, from the text after the slash.
std::string corrected_length(std::string length, bool is_ipv6, Correction& correction) {
  const std::size_t bits = is_ipv6 ? 128 : 32;
  if (!is_number(length)) {
    correction.because(length.empty() ? "the length is missing" : "the length is not a number");
    return std::to_string(bits);
  }
  length = without_leading_zeros(length);
  if (!is_above(length, bits)) return length;
  correction.because(fmt::format("IPv{} has only {} bits", is_ipv6 ? 6 : 4, bits));
  return std::to_string(bits);
}

Correction corrected(std::string_view text, Form form) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  Correction correction{.text = std::string(text.substr(0, slash)), .reason = ""};
  std::erase(correction.text, ' ');
  correct_address(correction, form);
  if (form == Form::prefix) {
    const bool is_ipv6 = correction.text.find(':') != correction.text.npos;
    const std::string length(text.substr(std::min(slash + 1, text.size())));
    correction.text += "/" + corrected_length(length, is_ipv6, correction);
  } else if (slash < text.size()) {
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
  if (!numbers_from(correction.text, form)) return mistake;
  if (!correction.reason.empty()) mistake.what += ": " + correction.reason;
  mistake.remedy = fmt::format("did you mean \"{}\"?", correction.text);
  return mistake;
}

}  // namespace netioconf::corpora::readable
