#pragma once

#include <optional>

#include "corpora/script.pb.h"
#include "oracle/model/operation.h"

namespace netioconf::corpora::codec {

// nullopt: the message has no call.
[[nodiscard]] std::optional<oracle::Operation> decode(const proto::Operation& message);

// An operation whose `call` does not match its type (a RouteCall with create_anycast) becomes a message
// without a call.
[[nodiscard]] proto::Operation encode(const oracle::Operation& operation);

}  // namespace netioconf::corpora::codec
