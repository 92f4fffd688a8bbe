#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace netioconf::reports::inline model {

// The exit statuses that callers rely on.
inline constexpr int exit_conforms = 0;
inline constexpr int exit_deviates = 1;
inline constexpr int exit_could_not_run = 2;

// Prints one line on standard error: what, where and the remedy.
[[nodiscard]] inline int could_not_run(const std::string& why) {
  fmt::print(stderr, "netioconf: {}\n", why);
  return exit_could_not_run;
}

}  // namespace netioconf::reports::inline model
