#pragma once

#include <span>
#include <string>
#include <string_view>

namespace netioconf::conformance::layout {

// The structures as a table: each member with its offset and its size in bytes.
[[nodiscard]] std::string table();

// "c", "csharp", "go", "python", "rust"
[[nodiscard]] std::span<const std::string_view> languages();

// A file that checks the declarations of a binding in one of these languages, for its tests. Its first
// comment says how to use it.
[[nodiscard]] std::string assertions(std::string_view language);

}  // namespace netioconf::conformance::layout
