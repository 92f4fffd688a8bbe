#include "corpora/readable/expand.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "corpora/readable/likely_text.h"
#include "corpora/readable/members.h"
#include "corpora/readable/tokens.h"

namespace netioconf::corpora::readable {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

// A message whose closing brace was not reached yet.
struct OpenMessage {
  const Descriptor* type;
  const FieldDescriptor* listed = nullptr;  // the member whose values stand between [ and ]
  std::map<const FieldDescriptor*, std::string_view> names = {};  // of the members with a readable form
};

// Walks through a text until its end, or until a token that protobuf will not accept either.
class Walk {
 public:
  Walk(std::string_view text, const Descriptor& type) : text_(text), open_{OpenMessage{.type = &type}} {}

  [[nodiscard]] std::expected<std::vector<Expanded::Replacement>, WrongText> replacements() {
    while (!open_.empty() && step(take())) {
    }
    if (wrong_) return std::unexpected(*std::move(wrong_));
    return std::move(replacements_);
  }

 private:
  [[nodiscard]] Token peek() const { return token_at(text_, offset_); }

  Token take() {
    const Token token = peek();
    offset_ = token.end_offset();
    return token;
  }

  // False: the walk ends here.
  bool step(const Token& token) {
    if (token.kind == TokenKind::word || token.kind == TokenKind::string) return word_or_string(token);
    if (token.kind == TokenKind::end || token.is(':')) return false;
    if (token.is('{') || token.is('<'))
      return open_.back().listed != nullptr && open(*open_.back().listed);
    if (token.is('}') || token.is('>')) open_.pop_back();
    if (token.is(']')) open_.back().listed = nullptr;
    return true;
  }

  bool word_or_string(const Token& token) {
    const FieldDescriptor* listed = open_.back().listed;
    if (listed != nullptr && form_of(*listed) != Form::none) return text(token, form_of(*listed));
    return token.kind == TokenKind::string || member(token);
  }

  bool open(const FieldDescriptor& member) {
    open_.push_back({.type = member.message_type()});
    return true;
  }

  bool member(const Token& name) {
    const std::size_t equals = name.text.find('=');
    const FieldDescriptor* member = find_member(*open_.back().type, name.text.substr(0, equals));
    if (member == nullptr) return false;
    if (equals != name.text.npos) return refuse_equals(name.offset + equals);
    if (peek().text.starts_with('=')) return refuse_equals(peek().offset);
    if (member->name() != name.text) replace(name, member->name());
    const Form form = form_of(*member);
    if (form != Form::none && !member->is_repeated() && !note_name(name, *member)) return false;
    const bool has_colon = peek().is(':');
    if (has_colon) take();
    const bool is_message = peek().is('{') || peek().is('<') || peek().is('[');
    if (has_colon && form != Form::none && !is_message) return text(take(), form);
    if (member->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) return message(*member);
    return !peek().is('{') && take().kind != TokenKind::end;
  }

  bool refuse_equals(std::size_t offset) {
    return refuse(offset, {.what = "\"=\" after the name of a member", .remedy = "write \":\""});
  }

  // False: the member was already set in this message.
  bool note_name(const Token& name, const FieldDescriptor& member) {
    const auto [earlier, is_new] = open_.back().names.emplace(&member, name.text);
    if (is_new) return true;
    const std::string what =
        earlier->second == name.text
            ? fmt::format("\"{}\" is set twice", name.text)
            : fmt::format("\"{}\" and \"{}\" are the same member", earlier->second, name.text);
    return refuse(name.offset, {.what = what, .remedy = "keep one of them"});
  }

  bool message(const FieldDescriptor& member) {
    const Token token = take();
    if (token.is('[')) open_.back().listed = &member;
    return token.is('[') || ((token.is('{') || token.is('<')) && open(member));
  }

  // The value of a member that has a readable form.
  bool text(const Token& value, Form form) {
    if (value.kind == TokenKind::word) return unquoted(value, form);
    if (value.kind != TokenKind::string) return false;
    const std::string_view said = value.text.substr(1, value.text.size() - 2);
    if (auto numbers = numbers_from(said, form)) {
      replace(value, *std::move(numbers));
      return true;
    }
    return refuse(value.offset, mistake_in(said, form));
  }

  // A number is the value of `ipv4`, but any other word should have been a string.
  bool unquoted(const Token& value, Form form) {
    const std::string_view rest = text_.substr(value.offset);
    const std::string_view said = rest.substr(0, rest.find_first_of(" \t\r\v\f\n{}<>[],;\"'#"));
    if (form == Form::ipv4 && said.find_first_of(".:/") == said.npos) return true;
    if (!numbers_from(said, form)) return refuse(value.offset, mistake_in(said, form));
    return refuse(value.offset, {.what = fmt::format("{} is not in quotes", said),
                                 .remedy = fmt::format("did you mean \"{}\"?", said)});
  }

  bool refuse(std::size_t offset, Mistake mistake) {
    wrong_ = WrongText{
        .offset = offset, .what = std::move(mistake.what), .remedy = std::move(mistake.remedy)};
    return false;
  }

  void replace(const Token& token, std::string text) {
    replacements_.push_back(
        {.offset = token.offset, .size = token.text.size(), .text = std::move(text)});
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::vector<OpenMessage> open_;
  std::vector<Expanded::Replacement> replacements_;
  std::optional<WrongText> wrong_;
};

}  // namespace

std::size_t Expanded::offset_in_source(std::size_t offset) const {
  for (const Replacement& one : replacements) {
    if (offset < one.offset) break;
    if (offset < one.offset + one.text.size()) return one.offset;
    offset = offset - one.text.size() + one.size;
  }
  return offset;
}

std::expected<Expanded, WrongText> expand(std::string_view text, const Descriptor& type) {
  auto replacements = Walk(text, type).replacements();
  if (!replacements) return std::unexpected(std::move(replacements.error()));
  Expanded expanded{.replacements = *std::move(replacements)};
  std::size_t copied = 0;
  for (const Expanded::Replacement& one : expanded.replacements) {
    expanded.text.append(text.substr(copied, one.offset - copied)).append(one.text);
    copied = one.offset + one.size;
  }
  expanded.text.append(text.substr(copied));
  return expanded;
}

}  // namespace netioconf::corpora::readable
