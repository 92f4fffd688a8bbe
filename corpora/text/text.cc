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
  explicit FirstError(files::Complaint& complaint) : complaint_(complaint) {}

  void AddError(int line, int column, const std::string& message) override {
    if (!complaint_.what.empty()) return;
    complaint_.line = line < 0 ? 0 : static_cast<std::size_t>(line) + 1;
    complaint_.column = column < 0 ? 0 : static_cast<std::size_t>(column) + 1;
    complaint_.what = in_words(message);
    complaint_.remedy = remedy_for(message);
  }

 private:
  files::Complaint& complaint_;
};

files::Complaint at_offset(std::string_view text, std::size_t offset, std::string_view path) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t last_break = before.rfind('\n');
  files::Complaint complaint;
  complaint.path = path;
  complaint.line = static_cast<std::size_t>(lines) + 1;
  complaint.column = last_break == before.npos ? offset + 1 : offset - last_break;
  return complaint;
}

std::optional<files::Complaint> complaint_of_octets(std::string_view text, std::string_view path) {
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    files::Complaint complaint = at_offset(text, nul, path);
    complaint.what = "a NUL octet, so this is not text";
    complaint.remedy = "the name of a file in binary form ends in .binpb; in text, write NUL as \\000";
    return complaint;
  }
  if (const auto offset = first_invalid_utf8(text)) {
    files::Complaint complaint = at_offset(text, *offset, path);
    complaint.what =
        fmt::format("octet 0x{:02x} is not UTF-8", static_cast<std::uint8_t>(text[*offset]));
    complaint.remedy = "save the file as UTF-8; write octets of a value as \\x";
    return complaint;
  }
  return std::nullopt;
}

template <class Message>
std::expected<Message, files::Diagnostic> parsed(std::string_view text, std::string_view path) {
  Message message;
  if (const auto complaint = parse(text, path, message))
    return std::unexpected(files::unreadable(*complaint));
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

std::expected<proto::Script, files::Diagnostic> parse_script(std::string_view text,
                                                             std::string_view path) {
  return parsed<proto::Script>(text, path);
}

std::expected<proto::Trace, files::Diagnostic> parse_trace(std::string_view text,
                                                           std::string_view path) {
  return parsed<proto::Trace>(text, path);
}

std::optional<files::Complaint> parse(std::string_view text, std::string_view path,
                                      protobuf::Message& into) {
  if (auto complaint = complaint_of_octets(text, path)) return complaint;
  files::Complaint complaint;
  complaint.path = path;
  FirstError first_error(complaint);
  protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&first_error);
  if (parser.ParseFromString(std::string(text), &into)) return std::nullopt;
  if (complaint.what.empty()) complaint.what = "not the text form of a message of corpora/script.proto";
  return complaint;
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
