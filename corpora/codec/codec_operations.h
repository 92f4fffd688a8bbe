#pragma once

#include <optional>

#include "corpora/script.pb.h"
#include "oracle/model/operation.h"

namespace netioconf::corpora {

// nullopt: the message says no call.
[[nodiscard]] std::optional<oracle::Operation> decode(const proto::Operation& message);

// Of misalignments the low three bits count. An operation whose `call` is none of its kind (a RouteCall
// that says create_anycast) becomes a message without a call.
[[nodiscard]] proto::Operation encode(const oracle::Operation& operation);

}  // namespace netioconf::corpora
