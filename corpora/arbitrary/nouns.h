#pragma once

#include <rapidcheck.h>

#include "corpora/codec/codec.h"
#include "corpora/script.pb.h"
#include "oracle/model/trace.h"

// Everything that a caller can pass and an implementation can answer, for properties.
namespace netioconf::corpora {

[[nodiscard]] rc::Gen<oracle::SocketAddress> arbitrary_address();

[[nodiscard]] rc::Gen<oracle::Operation> arbitrary_operation();

// Nameless, within the limits of corpora/codec/codec.h.
[[nodiscard]] rc::Gen<oracle::Script> arbitrary_script();
[[nodiscard]] rc::Gen<Recording> arbitrary_recording();

// Messages that no encode() made: any number in any member, odd sizes, operations without a call.
[[nodiscard]] rc::Gen<proto::Script> arbitrary_message();

}  // namespace netioconf::corpora
