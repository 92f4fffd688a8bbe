#pragma once

#include <cstddef>
#include <optional>

#include "oracle/model/trace.h"

// Kept tables and registrations are numbered in the order in which a script makes them. Whoever takes
// operations out of a script, or puts others in front, moves the numbers that others name.
namespace netioconf::conformance {

// The script without `count` operations from `first` on, and without those that name a table or a
// registration that then isn't made any more.
[[nodiscard]] oracle::Script without(const oracle::Script& script, std::size_t first, std::size_t count);

// The operations of both, one behind the other, on the host of the later and under its name.
[[nodiscard]] oracle::Script joined(const oracle::Script& earlier, const oracle::Script& later);

}  // namespace netioconf::conformance
