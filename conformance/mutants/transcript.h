#pragma once

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance {

// Whether a caller sees a difference between stacks of the two behaviours: in statuses, rows, tables or
// notifications, during a fixed run of calls.
[[nodiscard]] bool can_be_told_apart(const Behaviour& left, const Behaviour& right);

}  // namespace netioconf::conformance
