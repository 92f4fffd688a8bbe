#pragma once

#include <string>

namespace netioconf::fuzz {

// The command that runs this target over the present input once more. While an engine fuzzes, the input
// has no name yet: "FILE" is what the engine writes next.
[[nodiscard]] std::string repeat_command();

// What the environment says, or what is taken where it says nothing.
[[nodiscard]] std::string environment(const char* name, const char* otherwise);

// The variables that targets look at.
inline constexpr const char* implementation_variable = "NETIOCONF_IMPLEMENTATION";
inline constexpr const char* other_implementation_variable = "NETIOCONF_OTHER";
inline constexpr const char* profile_variable = "NETIOCONF_PROFILE";

}  // namespace netioconf::fuzz
