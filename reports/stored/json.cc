#include "reports/stored/json.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>

#include <memory>

#include "reports/words/escape.h"

namespace netioconf::reports::stored {
namespace {

namespace pb = google::protobuf;

void complete(pb::Message& message);

void complete_texts(pb::Message& message, const pb::FieldDescriptor& field) {
  const pb::Reflection& reflection = *message.GetReflection();
  if (!field.is_repeated())
    return reflection.SetString(&message, &field,
                                words::utf8_text(reflection.GetString(message, &field)));
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    reflection.SetRepeatedString(&message, &field, i,
                                 words::utf8_text(reflection.GetRepeatedString(message, &field, i)));
  }
}

void complete_messages(pb::Message& message, const pb::FieldDescriptor& field) {
  const pb::Reflection& reflection = *message.GetReflection();
  if (!field.is_repeated()) {
    const bool left_out = field.has_optional_keyword() && !reflection.HasField(message, &field);
    if (!left_out) complete(*reflection.MutableMessage(&message, &field));
    return;
  }
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i)
    complete(*reflection.MutableRepeatedMessage(&message, &field, i));
}

// Sets the messages that are not `optional`, and makes every text UTF-8.
void complete(pb::Message& message) {
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const pb::FieldDescriptor& field = *message.GetDescriptor()->field(i);
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING) complete_texts(message, field);
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) complete_messages(message, field);
  }
}

}  // namespace

std::string json_text(const pb::Message& message, Layout layout) {
  const std::unique_ptr<pb::Message> whole{message.New()};
  whole->CopyFrom(message);
  complete(*whole);
  pb::util::JsonPrintOptions options;
  options.add_whitespace = layout == Layout::lines;
  options.always_print_primitive_fields = true;
  options.preserve_proto_field_names = true;
  std::string text;
  // It fails only for messages with Any.
  (void)pb::util::MessageToJsonString(*whole, &text, options);
  return text;
}

}  // namespace netioconf::reports::stored
