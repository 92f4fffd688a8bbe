#pragma once

#include "conformance/implementations/process/frames.h"

namespace netioconf::conformance {

// What must hold whatever bytes come. Abort where it does not.

// As the stream of a testee that was asked one call of each kind, beginning with any: they are
// understood the same however they are cut, and never lead to more replies than there were calls.
void check_driver_parser(Bytes bytes, std::size_t first_call);

// As the stream of netioconf, for the testee in C: a request lies within the bytes that it takes.
void check_testee_parser(Bytes bytes);

// Frames that are mostly right: each record of `records` says a kind (added to `kinds`), what is odd
// about the frame, how many bytes of its payload follow, and these; the rest is made up to fit.
[[nodiscard]] std::vector<std::byte> frames_from(Bytes records, std::uint16_t kinds);

}  // namespace netioconf::conformance
