#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netioconf::corpora::text {

// At most three of the names that were probably meant by this misspelt or incomplete one, the most
// similar first.
[[nodiscard]] std::vector<std::string> similar_names(std::string_view name,
                                                     std::span<const std::string> names);

}  // namespace netioconf::corpora::text
