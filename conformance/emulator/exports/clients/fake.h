#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/exports/netioemu.h"
#include "conformance/emulator/tables/addresses.h"

namespace netioconf::conformance::emulator::exports::clients {

// Each test begins with a new machine that answers as Windows does.
class Fake : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(netioemu_start("windows"), 0); }
  // A callback may use what the test has.
  void TearDown() override { ASSERT_EQ(netioemu_start("windows"), 0); }
};

[[nodiscard]] SOCKADDR_INET ip4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d);

// A row as InitializeIpForwardEntry makes it, to an IPv4 destination on the Ethernet link.
[[nodiscard]] MIB_IPFORWARD_ROW2 route_to(const SOCKADDR_INET& prefix, UCHAR length_bits,
                                          const SOCKADDR_INET& next_hop);
// 198.51.100.N/32 via 192.0.2.1.
[[nodiscard]] MIB_IPFORWARD_ROW2 numbered(std::uint8_t number);

// Every route of the machine.
[[nodiscard]] std::vector<MIB_IPFORWARD_ROW2> routes();

[[nodiscard]] bool same(const SOCKADDR_INET& left, const SOCKADDR_INET& right);

// Counts callbacks by type.
struct ChangeCounts {
  std::atomic<int> added = 0;
  std::atomic<int> deleted = 0;
  std::atomic<int> changed = 0;
  std::atomic<int> initial = 0;

  // Registers for changes of both families.
  [[nodiscard]] HANDLE listen(BOOLEAN initial_notification = 0);
  static void note(PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type);
};

}  // namespace netioconf::conformance::emulator::exports::clients
