#pragma once

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::mutants {

// Whether a caller can distinguish stacks with the two behaviours, by statuses, rows, tables or
// notifications, in a fixed sequence of calls.
[[nodiscard]] bool behave_differently(const emulator::Behaviour& left, const emulator::Behaviour& right);

}  // namespace netioconf::conformance::mutants
