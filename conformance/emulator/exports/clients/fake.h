#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "conformance/emulator/exports/clients/calls.h"

namespace netioconf::conformance::emulator::exports::clients {

inline constexpr ADDRESS_FAMILY unspecified = 0;
inline constexpr ADDRESS_FAMILY ipv4 = 2;

[[nodiscard]] SOCKADDR_INET ip4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d);

// A row as InitializeIpForwardEntry makes it, to an IPv4 destination on the Ethernet link.
[[nodiscard]] MIB_IPFORWARD_ROW2 route_to(const SOCKADDR_INET& prefix, UCHAR length_bits,
                                          const SOCKADDR_INET& next_hop);
// 198.51.100.N/32 via 192.0.2.1.
[[nodiscard]] MIB_IPFORWARD_ROW2 numbered(std::uint8_t number);

// Every route of the machine.
[[nodiscard]] std::vector<MIB_IPFORWARD_ROW2> routes();

[[nodiscard]] bool same(const SOCKADDR_INET& left, const SOCKADDR_INET& right);

// Counts the callbacks for changes of both families, by type, while it exists.
class ChangeCounts {
 public:
  ChangeCounts();
  ChangeCounts(const ChangeCounts&) = delete;
  ChangeCounts& operator=(const ChangeCounts&) = delete;
  ~ChangeCounts();

  // After the callbacks for every change so far.
  [[nodiscard]] int added();
  [[nodiscard]] int deleted();
  [[nodiscard]] int changed();

 private:
  static void note(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type);

  HANDLE handle_ = nullptr;
  std::atomic<int> added_ = 0;
  std::atomic<int> deleted_ = 0;
  std::atomic<int> changed_ = 0;
};

}  // namespace netioconf::conformance::emulator::exports::clients
