#pragma once

#include <functional>

namespace netioconf::fuzz {

// Waits until it is true, for ten minutes at most, and returns whether it is.
[[nodiscard]] bool comes_true(const std::function<bool()>& what);

}  // namespace netioconf::fuzz
