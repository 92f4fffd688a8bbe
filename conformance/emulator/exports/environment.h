#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/emulator/notifier.h"

// The environment variables of the libraries. A function returns nothing for an unknown value, after it
// has reported it.
namespace netioconf::conformance::emulator::exports {

enum class Seed : std::uint8_t { none, windows };

// Empty for a variable that is not set.
[[nodiscard]] std::string_view environment(const char* name);
// Writes one line to the standard error output that names the variable, its value and the known ones;
// nothing if it has written the same line before. Not for several threads.
void report_unknown(std::string_view variable, std::string_view value, std::string_view known);

// NETIOEMU_PERSONALITY.
[[nodiscard]] std::optional<Behaviour> personality_of_environment(std::string_view otherwise);
// NETIOEMU_CALLBACKS: caller, own or concurrent.
[[nodiscard]] std::optional<Delivery> delivery_of_environment(Delivery otherwise);
// NETIOEMU_SEED: windows.
[[nodiscard]] std::optional<Seed> seed_of_environment();

}  // namespace netioconf::conformance::emulator::exports
