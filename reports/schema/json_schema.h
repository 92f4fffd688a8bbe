#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

namespace netioconf::reports::schema {

// A JSON schema of draft 2020-12 for a report.json: one of these messages, in the JSON that
// stored::json_text() writes.
[[nodiscard]] std::string json_schema(const std::vector<const google::protobuf::FileDescriptor*>& files,
                                      const std::vector<std::string>& roots);

}  // namespace netioconf::reports::schema
