#pragma once

#include <cstdint>

#include "oracle/model/trace.h"

namespace netioconf::conformance {

// A number that two scripts share if they are equal but for their names, and hardly otherwise.
[[nodiscard]] std::uint64_t fingerprint(const oracle::Script& script);

}  // namespace netioconf::conformance
