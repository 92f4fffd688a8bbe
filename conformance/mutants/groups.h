#pragma once

#include <span>

#include "conformance/mutants/mutants.h"

// The mutants, grouped by the call that they break.
namespace netioconf::conformance::groups {

[[nodiscard]] std::span<const Mutant> create_argument();
[[nodiscard]] std::span<const Mutant> create_link();
[[nodiscard]] std::span<const Mutant> create_entry();
[[nodiscard]] std::span<const Mutant> create_side();
[[nodiscard]] std::span<const Mutant> create_choice();
[[nodiscard]] std::span<const Mutant> set_argument();
[[nodiscard]] std::span<const Mutant> set();
[[nodiscard]] std::span<const Mutant> get_argument();
[[nodiscard]] std::span<const Mutant> get();
[[nodiscard]] std::span<const Mutant> remove_argument();
[[nodiscard]] std::span<const Mutant> remove();
[[nodiscard]] std::span<const Mutant> table();
[[nodiscard]] std::span<const Mutant> shown();
[[nodiscard]] std::span<const Mutant> initialize();
[[nodiscard]] std::span<const Mutant> best_route();
[[nodiscard]] std::span<const Mutant> best_route_answer();
[[nodiscard]] std::span<const Mutant> notify();
[[nodiscard]] std::span<const Mutant> anycast_create();
[[nodiscard]] std::span<const Mutant> anycast_address();
[[nodiscard]] std::span<const Mutant> anycast_entry();
[[nodiscard]] std::span<const Mutant> anycast_argument();
[[nodiscard]] std::span<const Mutant> anycast_lookup();
[[nodiscard]] std::span<const Mutant> call();

}  // namespace netioconf::conformance::groups
