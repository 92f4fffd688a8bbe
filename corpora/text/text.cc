#include "corpora/text/text.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "corpora/readable/expand.h"
#include "corpora/text/parse_errors.h"
#include "corpora/text/utf8.h"

namespace netioconf::corpora::text {
namespace {

namespace protobuf = google::protobuf;

// The offset of a place that the parser names, both numbers from 0.
std::size_t offset_of(std::string_view text, std::size_t lines, std::size_t columns) {
  std::size_t start = 0;
  for (std::size_t line = 0; line < lines; ++line)
    start = std::min(text.find('\n', start), text.size() - 1) + 1;
  std::size_t offset = start;
  // The parser counts a tab as the columns up to the next multiple of eight.
  for (std::size_t column = 0; column < columns && offset < text.size(); ++offset)
    column += text[offset] == '\t' ? 8 - column % 8 : 1;
  return offset;
}

// Keeps the first error, because later errors are usually its consequences.
class FirstError final : public protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (!message_.empty()) return;
    line_ = static_cast<std::size_t>(std::max(line, 0));
    column_ = static_cast<std::size_t>(std::max(column, 0));
    message_ = message;
  }

  [[nodiscard]] const std::string& message() const { return message_; }

  // Where the error is in the text that was parsed.
  [[nodiscard]] std::size_t offset_in(std::string_view text) const {
    return offset_of(text, line_, column_);
  }

 private:
  std::size_t line_ = 0;
  std::size_t column_ = 0;
  std::string message_;
};

files::Diagnostic at_offset(std::string_view text, std::size_t offset, std::string_view path) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::ranges::count(before, '\n');
  const std::size_t last_break = before.rfind('\n');
  files::Diagnostic diagnostic;
  diagnostic.path = path;
  diagnostic.line = static_cast<std::size_t>(lines) + 1;
  diagnostic.column = last_break == before.npos ? offset + 1 : offset - last_break;
  return diagnostic;
}

// The offset of a carriage return that no line feed follows; npos: there is none.
std::size_t lone_carriage_return(std::string_view text) {
  std::size_t at = text.find('\r');
  while (at != text.npos && at + 1 < text.size() && text[at + 1] == '\n') at = text.find('\r', at + 1);
  return at;
}

std::optional<files::Diagnostic> check_octets(std::string_view text, std::string_view path) {
  if (text.starts_with("\xef\xbb\xbf")) {
    files::Diagnostic diagnostic = at_offset(text, 0, path);
    diagnostic.what = "begins with a byte order mark";
    diagnostic.remedy = "save the file as UTF-8 without one";
    return diagnostic;
  }
  // It ends no line, so that a comment would go on.
  if (const std::size_t at = lone_carriage_return(text); at != text.npos) {
    files::Diagnostic diagnostic = at_offset(text, at, path);
    diagnostic.what = "a carriage return without a line feed";
    diagnostic.remedy = "end lines with a line feed; write octets of a value as \\x";
    return diagnostic;
  }
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    files::Diagnostic diagnostic = at_offset(text, nul, path);
    diagnostic.what = "a NUL octet, so this is not text";
    diagnostic.remedy = "the name of a file in binary form ends in .binpb; in text, write NUL as \\000";
    return diagnostic;
  }
  if (const auto offset = first_invalid_utf8(text)) {
    files::Diagnostic diagnostic = at_offset(text, *offset, path);
    diagnostic.what =
        fmt::format("octet 0x{:02x} is not UTF-8", static_cast<std::uint8_t>(text[*offset]));
    diagnostic.remedy = "save the file as UTF-8; write octets of a value as \\x";
    return diagnostic;
  }
  return std::nullopt;
}

using MemberPlaces = protobuf::TextFormat::ParseInfoTree;

template <class Message>
std::expected<Message, std::string> parsed(std::string_view text, std::string_view path) {
  Message message;
  if (const auto diagnostic = parse(text, path, message))
    return std::unexpected(files::describe(*diagnostic));
  return message;
}

}  // namespace

std::expected<proto::Script, std::string> parse_script(std::string_view text, std::string_view path) {
  return parsed<proto::Script>(text, path);
}

std::expected<proto::Trace, std::string> parse_trace(std::string_view text, std::string_view path) {
  return parsed<proto::Trace>(text, path);
}

void put_at(std::string_view text, const MemberPath& path, files::Diagnostic& diagnostic) {
  const auto expanded = readable::expand(text, *proto::Script::descriptor());
  if (!expanded) return;
  proto::Script script;
  protobuf::TextFormat::ParseInfoTree places;
  protobuf::TextFormat::Parser parser;
  parser.WriteLocationsTo(&places);
  (void)parser.ParseFromString(expanded->text, &script);
  const protobuf::TextFormat::ParseInfoTree* level = &places;
  for (const auto& [member, index] : path) {
    if (level == nullptr) return;
    const auto place = level->GetLocation(member, index);
    if (place.line < 0) return;
    const std::size_t offset = offset_of(expanded->text, static_cast<std::size_t>(place.line),
                                         static_cast<std::size_t>(place.column));
    const auto here = at_offset(text, expanded->offset_in_source(offset), "");
    diagnostic.line = here.line;
    diagnostic.column = here.column;
    const bool is_message = member->cpp_type() == protobuf::FieldDescriptor::CPPTYPE_MESSAGE;
    level = is_message ? level->GetTreeForNested(member, index) : nullptr;
  }
}

std::optional<files::Diagnostic> parse(std::string_view text, std::string_view path,
                                       protobuf::Message& into) {
  if (auto diagnostic = check_octets(text, path)) return diagnostic;
  const auto expanded = readable::expand(text, *into.GetDescriptor());
  if (!expanded) {
    files::Diagnostic diagnostic = at_offset(text, expanded.error().offset, path);
    diagnostic.what = expanded.error().what;
    diagnostic.remedy = expanded.error().remedy;
    return diagnostic;
  }
  FirstError error;
  protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  if (parser.ParseFromString(expanded->text, &into)) return std::nullopt;
  const std::size_t offset = expanded->offset_in_source(error.offset_in(expanded->text));
  files::Diagnostic diagnostic = at_offset(text, offset, path);
  if (error.message().empty()) {
    diagnostic.what = "not the text form of a message of corpora/script.proto";
  } else {
    diagnostic.what = in_words(error.message());
    diagnostic.remedy = remedy_for(error.message());
  }
  return diagnostic;
}

}  // namespace netioconf::corpora::text
