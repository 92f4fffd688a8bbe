#pragma once

#include "conformance/implementations/process/frames.h"

namespace netioconf::conformance::implementations::process {

// Invariants for arbitrary input bytes. These functions abort if one does not hold.

// How many kinds of calls check_driver_parser() can ask first.
[[nodiscard]] std::size_t kinds_of_calls();

// Reads the bytes as the stream of a testee that was asked one call of each kind, starting at
// first_call. The result is the same wherever the stream is cut, and never has more replies than calls.
void check_driver_parser(Bytes bytes, std::size_t first_call);

// Reads the bytes as the stream of netioconf, for the testee in C. A request lies within its bytes.
void check_testee_parser(Bytes bytes);

// Builds frames that are mostly valid. Each record in `records` has a kind (added to `kinds`), the
// oddity of the frame, the number of payload bytes that follow, and these bytes. The rest is generated
// to fit.
[[nodiscard]] std::vector<std::byte> frames_from(Bytes records, std::uint16_t kinds);

}  // namespace netioconf::conformance::implementations::process
