#include "conformance/emulator/exports/environment.h"

#include <cstdlib>

#include "conformance/emulator/behaviour/personalities.h"

namespace netioconf::conformance::emulator::exports {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::optional<Behaviour> personality_of_environment(std::string_view otherwise) {
  const std::string_view name = environment("NETIOEMU_PERSONALITY");
  return personality(name.empty() ? otherwise : name);
}

std::optional<Delivery> delivery_of_environment(Delivery otherwise) {
  const std::string_view name = environment("NETIOEMU_CALLBACKS");
  if (name.empty()) return otherwise;
  if (name == "caller") return Delivery::callers_thread;
  if (name == "own") return Delivery::own_thread;
  if (name == "concurrent") return Delivery::concurrent;
  return std::nullopt;
}

std::optional<Seed> seed_of_environment() {
  const std::string_view name = environment("NETIOEMU_SEED");
  if (name.empty()) return Seed::none;
  return name == "windows" ? std::optional(Seed::windows) : std::nullopt;
}

}  // namespace netioconf::conformance::emulator::exports
