#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "conformance/mutants/replacing/mutant.h"

namespace netioconf::conformance::mutants {

// Grouped by the call that they break; names are unique.
[[nodiscard]] std::span<const Mutant> mutants();
// Empty for an unknown name.
[[nodiscard]] std::optional<emulator::Behaviour> mutant_behaviour(std::string_view name);

}  // namespace netioconf::conformance::mutants
