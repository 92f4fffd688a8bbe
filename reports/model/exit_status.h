#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace netioconf::reports::inline model {

// The exit statuses that callers rely on.
inline constexpr int exit_conforms = 0;
inline constexpr int exit_deviates = 1;
inline constexpr int exit_could_not_run = 2;

inline constexpr const char* out_of_memory = "not enough memory (free some, or raise the limit)";

// Prints one line on standard error. It is lost if that cannot be written.
inline void say(const std::string& what) {
  std::fputs(fmt::format("netioconf: {}\n", what).c_str(), stderr);
}

// The line says what, where and the remedy.
[[nodiscard]] inline int could_not_run(const std::string& why) {
  say(why);
  return exit_could_not_run;
}

}  // namespace netioconf::reports::inline model
