#pragma once

#include <span>

#include "conformance/mutants/replacing/mutant.h"

// The mutants by the call that they break.
namespace netioconf::conformance::mutants::routes::groups {

[[nodiscard]] std::span<const Mutant> create_argument();
[[nodiscard]] std::span<const Mutant> create_link();
[[nodiscard]] std::span<const Mutant> create_entry();
[[nodiscard]] std::span<const Mutant> create_side_effect();
[[nodiscard]] std::span<const Mutant> create_inconsistency();
[[nodiscard]] std::span<const Mutant> set_argument();
[[nodiscard]] std::span<const Mutant> set();
[[nodiscard]] std::span<const Mutant> get_argument();
[[nodiscard]] std::span<const Mutant> get();
[[nodiscard]] std::span<const Mutant> remove_argument();
[[nodiscard]] std::span<const Mutant> remove();
[[nodiscard]] std::span<const Mutant> initialize();
[[nodiscard]] std::span<const Mutant> best_route();
[[nodiscard]] std::span<const Mutant> best_route_answer();

}  // namespace netioconf::conformance::mutants::routes::groups
