#include "conformance/emulator/exports/environment.h"

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "conformance/emulator/behaviour/personalities.h"

namespace netioconf::conformance::emulator::exports {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

void report_unknown(std::string_view variable, std::string_view value, std::string_view known) {
  std::string line{"netioemu: "};
  line.append(variable).append("=").append(value).append(" is unknown (known: ").append(known);
  line.append("): the default is used, netioemu_start fails\n");
  static std::set<std::string> written;
  if (written.insert(line).second) std::fputs(line.c_str(), stderr);
}

std::optional<Behaviour> personality_of_environment(std::string_view otherwise) {
  const std::string_view name = environment("NETIOEMU_PERSONALITY");
  const auto named = personality(name.empty() ? otherwise : name);
  if (!named) report_unknown("NETIOEMU_PERSONALITY", name, "common, literal, windows, lenient");
  return named;
}

std::optional<Delivery> delivery_of_environment(Delivery otherwise) {
  const std::string_view name = environment("NETIOEMU_CALLBACKS");
  if (name.empty()) return otherwise;
  if (name == "caller") return Delivery::callers_thread;
  if (name == "own") return Delivery::own_thread;
  if (name == "concurrent") return Delivery::concurrent;
  report_unknown("NETIOEMU_CALLBACKS", name, "caller, own, concurrent");
  return std::nullopt;
}

std::optional<Seed> seed_of_environment() {
  const std::string_view name = environment("NETIOEMU_SEED");
  if (name.empty()) return Seed::none;
  if (name == "windows") return Seed::windows;
  report_unknown("NETIOEMU_SEED", name, "windows");
  return std::nullopt;
}

}  // namespace netioconf::conformance::emulator::exports
