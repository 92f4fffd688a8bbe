#pragma once

#include <optional>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::emulator::exports {

// The behaviour that the environment chooses. Empty for an unknown name. A library links one definition:
// chosen_personality.cc, or the one of a library for tests.
[[nodiscard]] std::optional<Behaviour> chosen_behaviour();

}  // namespace netioconf::conformance::emulator::exports
