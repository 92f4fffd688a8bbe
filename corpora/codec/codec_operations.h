#pragma once

#include "corpora/script.pb.h"
#include "oracle/model/operation.h"

namespace netioconf::corpora::codec {

[[nodiscard]] bool has_call(const proto::Operation& message);

// The message must have a call.
void read_operation(const proto::Operation& message, oracle::Operation& operation);

// An operation whose `call` does not match its type (a RouteCall with create_anycast) becomes a message
// without a call.
[[nodiscard]] proto::Operation encode(const oracle::Operation& operation);

}  // namespace netioconf::corpora::codec
