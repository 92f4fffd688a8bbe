#pragma once

#include <cstdint>
#include <string>

namespace google::protobuf {
class Message;
}

namespace netioconf::reports::stored {

enum class Layout : std::uint8_t { lines, one_line };

// A message in protobuf's JSON. It contains every member that is not `optional`. Bytes that are not
// UTF-8 are replaced.
[[nodiscard]] std::string json_text(const google::protobuf::Message& message,
                                    Layout layout = Layout::lines);

}  // namespace netioconf::reports::stored
