#pragma once

#include <optional>
#include <string>

namespace google::protobuf {
class Message;
}

namespace netioconf::corpora::text {

// Describes the first member of the message, or of a message in it, with a value that decode() would cut
// off: "length is 300, the maximum is 255". nullopt if there is none.
[[nodiscard]] std::optional<std::string> out_of_range(const google::protobuf::Message& message);

}  // namespace netioconf::corpora::text
