#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance {

// A stack with one fault: the common personality with one function of its behaviour replaced.
struct Mutant {
  std::string_view name;  // In kebab-case, for what it gets wrong.
  std::string_view rule;  // The documented promise that it breaks.
  std::string_view wrong;
  Behaviour (*make)();
};

// Sorted by nothing but the call that they break; names are unique.
[[nodiscard]] std::span<const Mutant> mutants();
// Nothing for a name that no mutant has.
[[nodiscard]] std::optional<Behaviour> mutant_behaviour(std::string_view name);

}  // namespace netioconf::conformance
