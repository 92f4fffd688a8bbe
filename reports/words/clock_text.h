#pragma once

#include <chrono>
#include <string>

namespace netioconf::reports::words {

// A duration as clocks show it: "2:05", "1:02:03". Fractions of a second are left out.
[[nodiscard]] std::string clock_text(std::chrono::duration<double> time);

}  // namespace netioconf::reports::words
