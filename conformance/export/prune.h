#pragma once

#include <string>
#include <string_view>

namespace netioconf::conformance {

// The definitions of a C-like text that `used` needs, directly or not, in their order. Definitions are
// parted by blank lines; one that begins with a number sign is needed when any function that it defines
// is, or when it defines none.
[[nodiscard]] std::string needed_definitions(std::string_view text, std::string_view used);

}  // namespace netioconf::conformance
