#pragma once

#include <optional>
#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::emulator::exports {

// Empty for a variable that is not set.
[[nodiscard]] std::string_view environment(const char* name);

// The personality that NETIOEMU_PERSONALITY names, by default the common one. Empty for an unknown name.
[[nodiscard]] std::optional<Behaviour> personality_of_environment();

}  // namespace netioconf::conformance::emulator::exports
