#pragma once

#include <span>

#include "conformance/mutants/replacing/mutant.h"

// The mutants, grouped by the call that they break.
namespace netioconf::conformance::mutants::groups {

[[nodiscard]] std::span<const replacing::Mutant> table();
[[nodiscard]] std::span<const replacing::Mutant> shown();
[[nodiscard]] std::span<const replacing::Mutant> notify();
[[nodiscard]] std::span<const replacing::Mutant> call();

}  // namespace netioconf::conformance::mutants::groups
