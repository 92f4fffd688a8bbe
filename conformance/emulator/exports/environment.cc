#include "conformance/emulator/exports/environment.h"

#include <cstdlib>

#include "conformance/emulator/behaviour/personalities.h"

namespace netioconf::conformance::emulator::exports {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::optional<Behaviour> personality_of_environment() {
  const std::string_view name = environment("NETIOEMU_PERSONALITY");
  return personality(name.empty() ? personality_names.front() : name);
}

}  // namespace netioconf::conformance::emulator::exports
