#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "conformance/emulator/behaviour.h"

namespace netioconf::conformance {

// A stack with one fault: the common personality with one function of its behaviour replaced.
struct Mutant {
  std::string_view name;  // In kebab-case, names the fault.
  std::string_view rule;  // The documented promise that it breaks.
  std::string_view wrong;
  Behaviour (*make)();
};

// Grouped by the call that they break; names are unique.
[[nodiscard]] std::span<const Mutant> mutants();
// Empty for an unknown name.
[[nodiscard]] std::optional<Behaviour> mutant_behaviour(std::string_view name);

}  // namespace netioconf::conformance
