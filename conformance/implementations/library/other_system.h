#pragma once

#include <string>
#include <string_view>

namespace netioconf::conformance::implementations::library {

// The system or processor for which a library is built, if it is not this one: "AArch64". Otherwise
// empty. dlopen does not say so.
[[nodiscard]] std::string_view other_system_of(const std::string& path);

}  // namespace netioconf::conformance::implementations::library
