#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace netioconf::conformance::emulator::exports::forwarding {

// In plain types, because the headers of Windows and the ABI header declare the same names.
struct SystemAddress {
  std::array<std::uint8_t, 28> socket_address{};  // SOCKADDR_INET.
  std::uint8_t length_bits = 0;                   // Of the subnet.
};

struct SystemLink {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  bool ipv4 = false;
  bool ipv6 = false;
  bool loopback = false;
  bool connected = false;
  std::uint32_t ipv4_metric = 0;
  std::uint32_t ipv6_metric = 0;
  std::vector<SystemAddress> addresses;  // Unicast.
};

// Empty if the system does not list them.
[[nodiscard]] std::vector<SystemLink> system_links();

}  // namespace netioconf::conformance::emulator::exports::forwarding
