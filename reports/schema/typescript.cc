#include "reports/schema/typescript.h"

#include <fmt/format.h>

#include "reports/schema/described.h"

namespace netioconf::reports::schema {
namespace {

namespace pb = google::protobuf;

std::string typescript_type_of(const pb::FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return "boolean";
    case pb::FieldDescriptor::CPPTYPE_UINT32:
    case pb::FieldDescriptor::CPPTYPE_DOUBLE:
      return "number";
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return name_of(*field.enum_type());
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return field.message_type()->name();
    default:
      return "string";
  }
}

std::string before(const std::string& comment) { return comment.empty() ? "" : "// " + comment + "\n"; }
std::string after(const std::string& comment) { return comment.empty() ? "" : " // " + comment; }

std::string enum_type(const pb::EnumDescriptor& type) {
  std::string values;
  for (int i = 0; i < type.value_count(); ++i)
    values += fmt::format("{}'{}'", i == 0 ? "" : " | ", type.value(i)->name());
  return fmt::format("export type {} = {};\n\n", name_of(type), values);
}

std::string interface(const pb::Descriptor& message) {
  std::string text =
      before(comment_of(message)) + fmt::format("export interface {} {{\n", message.name());
  for (int i = 0; i < message.field_count(); ++i) {
    const pb::FieldDescriptor& field = *message.field(i);
    text += fmt::format("  {}{}: {}{};{}\n", field.name(), is_always_written(field) ? "" : "?",
                        typescript_type_of(field), field.is_repeated() ? "[]" : "",
                        after(comment_of(field)));
  }
  return text + "}\n\n";
}

}  // namespace

std::string typescript(const std::vector<const pb::FileDescriptor*>& files) {
  std::string text;
  for (const pb::FileDescriptor* file : files) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      const pb::Descriptor& message = *file->message_type(i);
      text += is_enum_scope(message) ? enum_type(*message.enum_type(0)) : interface(message);
    }
  }
  return text;
}

}  // namespace netioconf::reports::schema
