#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace netioconf::reports::words {

// "part 2", "parts 1 to 3, 5 and 8"
[[nodiscard]] std::string parts_text(const std::set<std::uint32_t>& numbers);

}  // namespace netioconf::reports::words
