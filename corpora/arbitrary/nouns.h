#pragma once

#include <rapidcheck.h>

#include "corpora/codec/codec.h"
#include "corpora/script.pb.h"
#include "oracle/model/trace.h"

// Generators for everything that a caller can pass and an implementation can return.
namespace netioconf::corpora::arbitrary {

[[nodiscard]] rc::Gen<oracle::SocketAddress> arbitrary_address();

[[nodiscard]] rc::Gen<oracle::Operation> arbitrary_operation();

// Without a name, within the limits of corpora/codec/codec.h.
[[nodiscard]] rc::Gen<oracle::Script> arbitrary_script();
[[nodiscard]] rc::Gen<codec::Recording> arbitrary_recording();

// Messages that encode() does not produce: any number in any member, wrong sizes, operations without a
// call.
[[nodiscard]] rc::Gen<proto::Script> arbitrary_message();

}  // namespace netioconf::corpora::arbitrary
