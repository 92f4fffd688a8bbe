#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "conformance/mutants/replacing/mutant.h"

namespace netioconf::conformance {

// Sorted by nothing but the call that they break; names are unique.
[[nodiscard]] std::span<const Mutant> mutants();
// Nothing for a name that no mutant has.
[[nodiscard]] std::optional<Behaviour> mutant_behaviour(std::string_view name);

}  // namespace netioconf::conformance
