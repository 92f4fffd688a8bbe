#pragma once

#include <functional>

#include "oracle/trace.h"

namespace netioconf::fuzz {

// Takes out one operation after the other for as long as the predicate holds for the rest. The predicate
// must hold for the script that is given.
[[nodiscard]] oracle::Script shortened(oracle::Script script,
                                       const std::function<bool(const oracle::Script&)>& still_deviates);

}  // namespace netioconf::fuzz
