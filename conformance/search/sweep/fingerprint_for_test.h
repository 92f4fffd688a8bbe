#pragma once

#include <cstdint>

#include "oracle/model/trace.h"

namespace netioconf::conformance::search::sweep {

// A hash of a script without its name.
[[nodiscard]] std::uint64_t fingerprint(const oracle::Script& script);

}  // namespace netioconf::conformance::search::sweep
