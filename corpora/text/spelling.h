#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::corpora::text {

// At most three of the names that were probably meant by this misspelt or incomplete one, the most
// similar first.
[[nodiscard]] std::vector<std::string> similar_names(std::string_view name,
                                                     std::span<const std::string> names);

// Whether two names differ at most in capitals, hyphens, underscores and spaces.
[[nodiscard]] bool is_spelled_like(std::string_view name, std::string_view other);

// The first of the names that differs only so. nullopt: there is none.
[[nodiscard]] std::optional<std::string> name_spelled_otherwise(std::string_view name,
                                                                std::span<const std::string> names);

// "did you mean a, b?" for such names; `otherwise` if there are none.
[[nodiscard]] std::string suggestion(std::string_view name, std::span<const std::string> names,
                                     const std::string& otherwise);

}  // namespace netioconf::corpora::text
