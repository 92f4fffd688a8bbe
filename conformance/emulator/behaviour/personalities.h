#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"

namespace netioconf::conformance {

// Of the answers that the pages allow, those that Windows gives too. NTSTATUS numbers.
[[nodiscard]] Behaviour common();
// The tables of return values of the driver pages word for word, the remarks where those are silent.
[[nodiscard]] Behaviour literal();
// What Windows is known to do, also where its pages plainly say otherwise. Win32 numbers.
[[nodiscard]] Behaviour windows();
// Where the pages leave a choice, the one that common and literal don't make.
[[nodiscard]] Behaviour lenient();

inline constexpr std::array<std::string_view, 4> personality_names{"common", "literal", "windows",
                                                                   "lenient"};
// Nothing for a name that is not among personality_names.
[[nodiscard]] std::optional<Behaviour> personality(std::string_view name);

}  // namespace netioconf::conformance
