#include "corpora/text/text.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "corpora/text/parse_errors.h"
#include "corpora/text/utf8.h"

namespace netioconf::corpora::text {
namespace {

namespace protobuf = google::protobuf;

// Keeps the first error, because later errors are usually its consequences.
class FirstError final : public protobuf::io::ErrorCollector {
 public:
  explicit FirstError(files::Diagnostic& diagnostic) : diagnostic_(diagnostic) {}

  void AddError(int line, int column, const std::string& message) override {
    if (!diagnostic_.what.empty()) return;
    diagnostic_.line = line < 0 ? 0 : static_cast<std::size_t>(line) + 1;
    diagnostic_.column = column < 0 ? 0 : static_cast<std::size_t>(column) + 1;
    diagnostic_.what = in_words(message);
    diagnostic_.remedy = remedy_for(message);
  }

 private:
  files::Diagnostic& diagnostic_;
};

files::Diagnostic at_offset(std::string_view text, std::size_t offset, std::string_view path) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t last_break = before.rfind('\n');
  files::Diagnostic diagnostic;
  diagnostic.path = path;
  diagnostic.line = static_cast<std::size_t>(lines) + 1;
  diagnostic.column = last_break == before.npos ? offset + 1 : offset - last_break;
  return diagnostic;
}

std::optional<files::Diagnostic> check_octets(std::string_view text, std::string_view path) {
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

template <class Message>
std::expected<Message, files::FileError> parsed(std::string_view text, std::string_view path) {
  Message message;
  if (const auto diagnostic = parse(text, path, message))
    return std::unexpected(files::to_error(*diagnostic));
  return message;
}

// Prints numbers as 0x… with as many digits as the member holds.
class HexadecimalPrinter final : public protobuf::TextFormat::FastFieldValuePrinter {
 public:
  void PrintUInt32(std::uint32_t value, protobuf::TextFormat::BaseTextGenerator* out) const override {
    out->PrintString(fmt::format("0x{:08x}", value));
  }
  void PrintUInt64(std::uint64_t value, protobuf::TextFormat::BaseTextGenerator* out) const override {
    out->PrintString(fmt::format("0x{:016x}", value));
  }
};

// Prints all octets as escapes, including printable characters.
class OctetPrinter final : public protobuf::TextFormat::FastFieldValuePrinter {
 public:
  void PrintBytes(const std::string& octets,
                  protobuf::TextFormat::BaseTextGenerator* out) const override {
    std::string text = "\"";
    for (const char octet : octets) text += fmt::format("\\x{:02x}", static_cast<std::uint8_t>(octet));
    out->PrintString(text + "\"");
  }
};

std::unique_ptr<const protobuf::TextFormat::FastFieldValuePrinter> printer_of(
    const protobuf::FieldDescriptor& field) {
  using Field = protobuf::FieldDescriptor;
  if (field.type() == Field::TYPE_FIXED64 || field.type() == Field::TYPE_FIXED32) {
    return std::make_unique<HexadecimalPrinter>();
  }
  if (field.name() == "raw" || field.name() == "padding") return std::make_unique<OctetPrinter>();
  return nullptr;
}

void register_printers(const protobuf::FileDescriptor& file, protobuf::TextFormat::Printer& printer) {
  for (int i = 0; i < file.message_type_count(); ++i) {
    const protobuf::Descriptor& type = *file.message_type(i);
    for (int j = 0; j < type.field_count(); ++j) {
      auto special = printer_of(*type.field(j));
      // The printer owns the objects that it accepts. It only refuses a second one for the same member.
      if (special && printer.RegisterFieldValuePrinter(type.field(j), special.get())) {
        [[maybe_unused]] const auto* owned_by_printer = special.release();
      }
    }
  }
}

}  // namespace

std::expected<proto::Script, files::FileError> parse_script(std::string_view text,
                                                            std::string_view path) {
  return parsed<proto::Script>(text, path);
}

std::expected<proto::Trace, files::FileError> parse_trace(std::string_view text, std::string_view path) {
  return parsed<proto::Trace>(text, path);
}

std::optional<files::Diagnostic> parse(std::string_view text, std::string_view path,
                                       protobuf::Message& into) {
  if (auto diagnostic = check_octets(text, path)) return diagnostic;
  files::Diagnostic diagnostic;
  diagnostic.path = path;
  FirstError first_error(diagnostic);
  protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&first_error);
  if (parser.ParseFromString(std::string(text), &into)) return std::nullopt;
  if (diagnostic.what.empty())
    diagnostic.what = "not the text form of a message of corpora/script.proto";
  return diagnostic;
}

std::string print(const protobuf::Message& message) {
  protobuf::TextFormat::Printer printer;
  printer.SetHideUnknownFields(true);
  register_printers(*message.GetDescriptor()->file(), printer);
  std::string text;
  printer.PrintToString(message, &text);
  return text;
}

}  // namespace netioconf::corpora::text
