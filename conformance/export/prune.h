#pragma once

#include <string>
#include <string_view>

namespace netioconf::conformance::exporting {

// The definitions of a C-like text that `used` needs, directly or indirectly, in their order.
// Definitions are separated by blank lines. One that starts with a number sign is needed if any function
// that it defines is needed, or if it defines none.
[[nodiscard]] std::string needed_definitions(std::string_view text, std::string_view used);

}  // namespace netioconf::conformance::exporting
