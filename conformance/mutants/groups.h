#pragma once

#include <span>

#include "conformance/mutants/replacing/mutant.h"

// The mutants, grouped by the call that they break.
namespace netioconf::conformance::mutants::groups {

[[nodiscard]] std::span<const Mutant> table();
[[nodiscard]] std::span<const Mutant> read_row();
[[nodiscard]] std::span<const Mutant> notify();
[[nodiscard]] std::span<const Mutant> call();
[[nodiscard]] std::span<const Mutant> reset();
[[nodiscard]] std::span<const Mutant> clock();
[[nodiscard]] std::span<const Mutant> host();

}  // namespace netioconf::conformance::mutants::groups
