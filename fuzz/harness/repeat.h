#pragma once

#include <string>

namespace netioconf::fuzz::harness {

// The command that runs this target on the present input again. While an engine fuzzes, the input has no
// file yet; "FILE" stands for the file that the engine writes next.
[[nodiscard]] std::string repeat_command();

// The value of an environment variable, or a default.
[[nodiscard]] std::string environment(const char* name, const char* otherwise);

// The variables that targets read.
inline constexpr const char* implementation_variable = "NETIOCONF_IMPLEMENTATION";
inline constexpr const char* other_implementation_variable = "NETIOCONF_OTHER";
inline constexpr const char* profile_variable = "NETIOCONF_PROFILE";

}  // namespace netioconf::fuzz::harness
