#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace netioconf::reports::words {

// "1 to 3, 5 and 8"
[[nodiscard]] std::string ranges_text(const std::set<std::uint32_t>& numbers);

}  // namespace netioconf::reports::words
