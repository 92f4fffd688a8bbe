#pragma once

#include <span>
#include <string_view>

namespace netioconf::conformance::exporting {

// The files of c/, wine/, csharp/ and ip/, which the build embeds in the program.
[[nodiscard]] std::span<const std::string_view> c_parts();
[[nodiscard]] std::span<const std::string_view> wine_parts();
[[nodiscard]] std::string_view c_alone();
[[nodiscard]] std::span<const std::string_view> csharp_parts();
[[nodiscard]] std::string_view ip_machinery();

}  // namespace netioconf::conformance::exporting
