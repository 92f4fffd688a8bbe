#include "reports/schema/described.h"

#include <algorithm>

namespace netioconf::reports::schema {

namespace pb = google::protobuf;

namespace {

template <class Descriptor>
std::string comment_at(const Descriptor& descriptor) {
  pb::SourceLocation location;
  if (!descriptor.GetSourceLocation(&location)) return "";
  std::string text = location.leading_comments + location.trailing_comments;
  std::ranges::replace(text, '\n', ' ');
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

std::string name_of(const pb::EnumDescriptor& type) { return type.containing_type()->name(); }

bool is_enum_scope(const pb::Descriptor& message) {
  return message.enum_type_count() != 0 && message.field_count() == 0;
}

std::string comment_of(const pb::Descriptor& message) { return comment_at(message); }
std::string comment_of(const pb::FieldDescriptor& field) { return comment_at(field); }

bool is_always_written(const pb::FieldDescriptor& field) { return !field.has_optional_keyword(); }

std::vector<const pb::FileDescriptor*> build(const pb::FileDescriptorSet& set,
                                             pb::DescriptorPool& pool) {
  std::vector<const pb::FileDescriptor*> files;
  for (const pb::FileDescriptorProto& file : set.file()) files.push_back(pool.BuildFile(file));
  return files;
}

}  // namespace netioconf::reports::schema
