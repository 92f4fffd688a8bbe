#include "reports/schema/json_schema.h"

#include <nlohmann/json.hpp>

#include "reports/schema/described.h"

namespace netioconf::reports::schema {
namespace {

namespace pb = google::protobuf;
using nlohmann::ordered_json;

ordered_json reference_to(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

ordered_json type_of(const pb::FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return {{"type", "boolean"}};
    case pb::FieldDescriptor::CPPTYPE_UINT32:
      return {{"type", "integer"}, {"minimum", 0}};
    case pb::FieldDescriptor::CPPTYPE_DOUBLE:
      return {{"type", "number"}};
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return reference_to(name_of(*field.enum_type()));
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return reference_to(field.message_type()->name());
    case pb::FieldDescriptor::CPPTYPE_UINT64:
      return {{"type", "string"}, {"pattern", "^[0-9]+$"}};
    default:
      return {{"type", "string"}};
  }
}

ordered_json property_of(const pb::FieldDescriptor& field) {
  ordered_json property = type_of(field);
  if (field.is_repeated()) property = {{"type", "array"}, {"items", std::move(property)}};
  if (const std::string comment = comment_of(field); !comment.empty()) property["description"] = comment;
  return property;
}

ordered_json object_of(const pb::Descriptor& message) {
  ordered_json object{{"type", "object"}, {"additionalProperties", false}};
  if (const std::string comment = comment_of(message); !comment.empty()) object["description"] = comment;
  object["required"] = ordered_json::array();
  object["properties"] = ordered_json::object();
  for (int i = 0; i < message.field_count(); ++i) {
    const pb::FieldDescriptor& field = *message.field(i);
    if (is_always_written(field)) object["required"].push_back(field.name());
    object["properties"][field.name()] = property_of(field);
  }
  return object;
}

ordered_json enum_of(const pb::EnumDescriptor& type) {
  ordered_json values = ordered_json::array();
  for (int i = 0; i < type.value_count(); ++i) values.push_back(type.value(i)->name());
  return {{"enum", std::move(values)}};
}

}  // namespace

std::string json_schema(const std::vector<const pb::FileDescriptor*>& files,
                        const std::vector<std::string>& roots) {
  ordered_json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "report.json of netioconf"},
                      {"anyOf", ordered_json::array()},
                      {"$defs", ordered_json::object()}};
  for (const std::string& root : roots) schema["anyOf"].push_back(reference_to(root));
  for (const pb::FileDescriptor* file : files) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      const pb::Descriptor& message = *file->message_type(i);
      schema["$defs"][message.name()] =
          is_enum_scope(message) ? enum_of(*message.enum_type(0)) : object_of(message);
    }
  }
  return schema.dump(1) + "\n";
}

}  // namespace netioconf::reports::schema
