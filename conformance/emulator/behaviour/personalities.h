#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance::emulator::inline behaviour {

// The documented answers that Windows also gives. NTSTATUS codes.
[[nodiscard]] Behaviour common();
// The tables of return values of the driver pages, word for word; where they are silent, the remarks.
[[nodiscard]] Behaviour literal();
// The known behaviour of Windows, even where it contradicts the pages. Win32 codes.
[[nodiscard]] Behaviour windows();
// Where the pages leave a choice, the answer that neither common nor literal gives.
[[nodiscard]] Behaviour lenient();

inline constexpr std::array<std::string_view, 4> personality_names{"common", "literal", "windows",
                                                                   "lenient"};
// Empty for a name that is not among personality_names.
[[nodiscard]] std::optional<Behaviour> personality(std::string_view name);

}  // namespace netioconf::conformance::emulator::inline behaviour
