#pragma once

#include <optional>
#include <string>

namespace google::protobuf {
class Message;
}

namespace netioconf::corpora {

// The first member of the message, or of one in it, that says more than decode() takes, in words:
// "length is 300, at most 255 counts". nullopt if all counts.
[[nodiscard]] std::optional<std::string> excess(const google::protobuf::Message& message);

}  // namespace netioconf::corpora
