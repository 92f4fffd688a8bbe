#pragma once

#include <span>

#include "oracle/rule.h"

namespace netioconf::oracle {

// The promises that are not refusals: what successful calls do, what none does, and what is ignored.
[[nodiscard]] std::span<const Rule> effects();

}  // namespace netioconf::oracle
