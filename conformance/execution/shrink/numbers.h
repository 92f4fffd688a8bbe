#pragma once

#include <cstddef>
#include <optional>

#include "oracle/model/trace.h"

// Kept tables and registrations are numbered in the order in which a script makes them. These functions
// adjust the numbers when operations are removed from a script or placed before it.
namespace netioconf::conformance::execution::shrink {

// The script without the `count` operations from `first` on, and without the operations that name a
// table or a registration of these.
[[nodiscard]] oracle::Script without(const oracle::Script& script, std::size_t first, std::size_t count);

// The operations of `earlier` followed by those of `later`, with the host and the name of `later`.
[[nodiscard]] oracle::Script joined(const oracle::Script& earlier, const oracle::Script& later);

}  // namespace netioconf::conformance::execution::shrink
