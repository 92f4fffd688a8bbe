#include "corpora/lint/lint_rules.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "corpora/codec/codec.h"
#include "corpora/text/text.h"
#include "corpora/text/utf8.h"

namespace netioconf::corpora::lint {
namespace {

// Does not use std::islower() and the like, because they depend on the locale.
bool is_letter(char character) { return character >= 'a' && character <= 'z'; }
bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_words(std::string_view name, std::string_view joints) {
  if (name.empty() || !is_letter(name.front())) return false;
  bool after_joint = false;
  for (const char character : name) {
    const bool is_joint = joints.find(character) != joints.npos;
    if (!is_joint && !is_letter(character) && !is_digit(character)) return false;
    if (is_joint && after_joint) return false;
    after_joint = is_joint;
  }
  return !after_joint;
}

files::Diagnostic at_line(std::size_t line, std::string what, std::string remedy) {
  return {.line = line, .what = std::move(what), .remedy = std::move(remedy)};
}

}  // namespace

bool is_snake_case(std::string_view name) { return is_words(name, "_"); }

bool is_rule_id(std::string_view name) { return is_words(name, "._-"); }

std::optional<files::Diagnostic> check_comment(std::string_view comment) {
  if (comment.empty()) {
    return at_line(1, "no head comment",
                   "state the idea in a sentence: # A host route may be added twice.");
  }
  const std::string words = text::words_of(comment);
  const std::string_view first = std::string_view(words).substr(0, words.find('\n'));
  if (!first.ends_with('.') && !first.ends_with('?')) {
    return at_line(1, "the first line is not a sentence",
                   "state the idea in one line that ends with a full stop");
  }
  std::size_t line = 1;
  for (std::string_view rest = comment; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    if (const std::size_t columns = text::character_count(rest.substr(0, end));
        columns > line_size_max) {
      return at_line(line, fmt::format("the line has {} columns", columns),
                     fmt::format("at most {} are allowed", line_size_max));
    }
    rest.remove_prefix(end + 1);
  }
  return std::nullopt;
}

std::string content_key(const proto::Script& message) {
  return codec::encode(codec::decode(message)).SerializeAsString();
}

}  // namespace netioconf::corpora::lint
