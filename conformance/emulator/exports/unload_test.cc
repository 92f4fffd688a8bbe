#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "conformance/abi/netioapi.h"
#include "conformance/emulator/exports/loaded_for_test.h"
#include "conformance/emulator/exports/netioemu.h"

// A library that is unloaded while a program is registered.
namespace netioconf::conformance::emulator::exports {
namespace {

using namespace std::chrono_literals;

std::atomic<int> ended = 0;

void end_late(PVOID, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  std::this_thread::sleep_for(20ms);
  ++ended;
}

TEST(Unloading, LetsACallbackEnd) {
  Loaded loaded;
  ended = 0;
  HANDLE handle = nullptr;
  MIB_IPFORWARD_ROW2 row{};
  row.InterfaceIndex = NETIOEMU_ETHERNET_INDEX;
  row.DestinationPrefix.Prefix.si_family = NETIOCONF_AF_INET;
  ASSERT_EQ(loaded.function(netioemu_start, "netioemu_start")("windows"), 0);
  ASSERT_EQ(loaded.function(NotifyRouteChange2, "NotifyRouteChange2")(NETIOCONF_AF_UNSPEC, &end_late,
                                                                      nullptr, 0, &handle),
            NO_ERROR);
  ASSERT_EQ(loaded.function(CreateIpForwardEntry2, "CreateIpForwardEntry2")(&row), NO_ERROR);
  loaded.unload();
  for (int wait = 0; wait < 1000 && ended == 0; ++wait) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(ended, 1);
  EXPECT_TRUE(loaded.stays());
}

TEST(Unloading, UnloadsALibraryWithoutThreads) {
  Loaded loaded{NETIOEMU_COMMON};
  HANDLE handle = nullptr;
  ASSERT_EQ(loaded.function(NotifyRouteChange2, "NotifyRouteChange2")(NETIOCONF_AF_UNSPEC, &end_late,
                                                                      nullptr, 0, &handle),
            STATUS_SUCCESS);
  loaded.unload();
  EXPECT_FALSE(loaded.stays());
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports
