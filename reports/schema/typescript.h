#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

namespace netioconf::reports::schema {

// The types of the same JSON in TypeScript.
[[nodiscard]] std::string typescript(const std::vector<const google::protobuf::FileDescriptor*>& files);

}  // namespace netioconf::reports::schema
