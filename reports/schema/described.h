#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <string>
#include <vector>

// The messages of .proto files, with their comments.
namespace netioconf::reports::schema {

// An enum has the name of the message around it.
[[nodiscard]] std::string name_of(const google::protobuf::EnumDescriptor& type);
[[nodiscard]] bool is_enum_scope(const google::protobuf::Descriptor& message);

// The comment before a declaration or after it in its line, as one line; empty if it has none.
[[nodiscard]] std::string comment_of(const google::protobuf::Descriptor& message);
[[nodiscard]] std::string comment_of(const google::protobuf::FieldDescriptor& field);

// Whether a member is in the JSON of every message.
[[nodiscard]] bool is_always_written(const google::protobuf::FieldDescriptor& field);

// The descriptors of the files in a set that protoc wrote, in the order of the set.
[[nodiscard]] std::vector<const google::protobuf::FileDescriptor*> build(
    const google::protobuf::FileDescriptorSet& set, google::protobuf::DescriptorPool& pool);

}  // namespace netioconf::reports::schema
