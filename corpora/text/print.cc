#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "corpora/readable/layout.h"
#include "corpora/readable/members.h"
#include "corpora/text/text.h"

namespace netioconf::corpora::text {
namespace {

namespace protobuf = google::protobuf;
using protobuf::FieldDescriptor;

// Prints statuses with all their digits, and LUIDs as oracle/words does.
class HexadecimalPrinter final : public protobuf::TextFormat::FastFieldValuePrinter {
 public:
  void PrintUInt32(std::uint32_t value, protobuf::TextFormat::BaseTextGenerator* out) const override {
    out->PrintString(fmt::format("0x{:08x}", value));
  }
  void PrintUInt64(std::uint64_t value, protobuf::TextFormat::BaseTextGenerator* out) const override {
    out->PrintString(value == 0 ? "0" : fmt::format("{:#x}", value));
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
    const FieldDescriptor& field) {
  if (field.type() == FieldDescriptor::TYPE_FIXED64 || field.type() == FieldDescriptor::TYPE_FIXED32) {
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

using readable::MemberText;

// Turns messages into the texts of their members.
class MemberPrinter {
 public:
  explicit MemberPrinter(const protobuf::FileDescriptor& file) { register_printers(file, printer_); }

  [[nodiscard]] std::vector<MemberText> members_of(const protobuf::Message& message) const {
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    std::vector<MemberText> members;
    for (const FieldDescriptor* field : fields) add(message, *field, members);
    return members;
  }

 private:
  void add(const protobuf::Message& message, const FieldDescriptor& field,
           std::vector<MemberText>& members) const {
    const protobuf::Reflection& reflection = *message.GetReflection();
    const std::string name(readable::name_of(field));
    if (field.is_repeated()) {
      for (int i = 0; i < reflection.FieldSize(message, &field); ++i)
        members.push_back(entry_of(name, reflection.GetRepeatedMessage(message, &field, i)));
    } else if (const auto text = readable::text_of(message, field)) {
      members.push_back(quoted(name, *text));
    } else if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
      std::string value;
      printer_.PrintFieldValueToString(message, &field, -1, &value);
      members.push_back({name + ": " + value, false, {}});
    } else {
      members.push_back({name, true, members_of(reflection.GetMessage(message, &field))});
    }
  }

  [[nodiscard]] MemberText entry_of(const std::string& name, const protobuf::Message& entry) const {
    const auto text = readable::text_of_message(entry);
    return text ? quoted(name, *text) : MemberText{name, true, members_of(entry)};
  }

  static MemberText quoted(const std::string& name, const std::string& text) {
    return {fmt::format("{}: \"{}\"", name, text), false, {}};
  }

  protobuf::TextFormat::Printer printer_;
};

}  // namespace

std::string print(const protobuf::Message& message) {
  const MemberPrinter printer(*message.GetDescriptor()->file());
  return readable::in_lines(printer.members_of(message));
}

}  // namespace netioconf::corpora::text
