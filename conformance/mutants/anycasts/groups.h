#pragma once

#include <span>

#include "conformance/mutants/replacing/mutant.h"

// The mutants by the call that they break.
namespace netioconf::conformance::mutants::anycasts::groups {

[[nodiscard]] std::span<const Mutant> anycast_create();
[[nodiscard]] std::span<const Mutant> anycast_address();
[[nodiscard]] std::span<const Mutant> anycast_entry();
[[nodiscard]] std::span<const Mutant> anycast_argument();
[[nodiscard]] std::span<const Mutant> anycast_lookup();

}  // namespace netioconf::conformance::mutants::anycasts::groups
