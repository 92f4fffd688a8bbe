#pragma once

#include <optional>
#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::emulator::exports {

// The behaviour that the environment chooses; without a choice the personality of this name. Empty for
// an unknown name. A library links one definition: chosen_personality.cc, or the one of a library for
// tests.
[[nodiscard]] std::optional<Behaviour> chosen_behaviour(std::string_view otherwise);

}  // namespace netioconf::conformance::emulator::exports
