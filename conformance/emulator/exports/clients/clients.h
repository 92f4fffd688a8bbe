#pragma once

#include <span>
#include <string_view>

#include "conformance/emulator/exports/clients/expectations.h"

namespace netioconf::conformance::emulator::exports::clients {

// A program that uses the fake. It begins with a new machine that answers as Windows does.
struct Client {
  std::string_view name;
  void (*run)(Expectations& expect);
};

[[nodiscard]] std::span<const Client> default_route_clients();
[[nodiscard]] std::span<const Client> locking_clients();
[[nodiscard]] std::span<const Client> routing_clients();
// One for each function of netioemu.h.
[[nodiscard]] std::span<const Client> machine_clients();
[[nodiscard]] std::span<const Client> answer_clients();

}  // namespace netioconf::conformance::emulator::exports::clients
