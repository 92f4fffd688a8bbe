#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "conformance/emulator/exports/netioemu.h"
#include "conformance/emulator/samples_for_test.h"

// Each C name of the library must reach the method that implements it. A program that sets nothing gets
// the answers of Windows, and callbacks on another thread.
namespace netioconf::conformance::emulator::exports {
namespace {

using namespace samples;

class Exports : public testing::Test {
 protected:
  void SetUp() override {
    const netioconf_host host = samples::a_host();
    ASSERT_EQ(netioconf_reset(&host), 0);
  }
};

struct Heard {
  std::atomic<int> times = 0;
  std::atomic<std::thread::id> on;
};

void hear(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
  auto& heard = *static_cast<Heard*>(context);
  heard.on = std::this_thread::get_id();
  ++heard.times;
}

TEST_F(Exports, BecomeTheHostThatTheyAreGiven) {
  netioconf_host host{};
  host.size = sizeof(host);
  ASSERT_EQ(netioconf_describe(&host), 0);
  EXPECT_TRUE(samples::same_bytes(host, samples::a_host()));
  EXPECT_NE(netioconf_reset(nullptr), 0);
  EXPECT_NE(netioconf_describe(nullptr), 0);
  host.size = 1;
  EXPECT_NE(netioconf_reset(&host), 0);
}

TEST_F(Exports, MakeChangeShowAndDeleteRoutes) {
  MIB_IPFORWARD_ROW2 row;
  InitializeIpForwardEntry(&row);
  EXPECT_EQ(row.ValidLifetime, 0xffffffffU);
  row = samples::a_route();
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  EXPECT_EQ(CreateIpForwardEntry2(&row), ERROR_OBJECT_ALREADY_EXISTS);
  row.Metric = 6;
  ASSERT_EQ(SetIpForwardEntry2(&row), NO_ERROR);
  row.Metric = 0;
  ASSERT_EQ(GetIpForwardEntry2(&row), NO_ERROR);
  EXPECT_EQ(row.Metric, 6U);

  NET_LUID luid{samples::first_luid};
  const SOCKADDR_INET wanted = samples::ip4(10, 9, 9, 9);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  ASSERT_EQ(GetBestRoute2(&luid, 0, nullptr, &wanted, 0, &best, &source), NO_ERROR);
  EXPECT_TRUE(samples::same_bytes(best, row));

  PMIB_IPFORWARD_TABLE2 table = nullptr;
  ASSERT_EQ(GetIpForwardTable2(ipv4, &table), NO_ERROR);
  EXPECT_TRUE(samples::same_bytes(table->Table[0], row));
  FreeMibTable(table);
  ASSERT_EQ(DeleteIpForwardEntry2(&row), NO_ERROR);
  ASSERT_EQ(GetIpForwardTable2(ipv4, &table), NO_ERROR);
  EXPECT_EQ(table->NumEntries, 0U);
  FreeMibTable(table);
}

TEST_F(Exports, MakeShowAndDeleteAnycastAddresses) {
  MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
  ASSERT_EQ(CreateAnycastIpAddressEntry(&row), NO_ERROR);
  ASSERT_EQ(GetAnycastIpAddressEntry(&row), NO_ERROR);
  PMIB_ANYCASTIPADDRESS_TABLE table = nullptr;
  ASSERT_EQ(GetAnycastIpAddressTable(unspecified, &table), NO_ERROR);
  EXPECT_TRUE(samples::same_bytes(table->Table[0], row));
  FreeMibTable(table);
  ASSERT_EQ(DeleteAnycastIpAddressEntry(&row), NO_ERROR);
  EXPECT_EQ(GetAnycastIpAddressEntry(&row), ERROR_NOT_FOUND);
}

TEST_F(Exports, NotifyOfChanges) {
  Heard heard;
  HANDLE handle = nullptr;
  ASSERT_EQ(NotifyRouteChange2(ipv4, &hear, &heard, 1, &handle), NO_ERROR);
  EXPECT_EQ(heard.times, 1);
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(heard.times, 2);
  EXPECT_NE(heard.on.load(), std::this_thread::get_id());
  ASSERT_EQ(CancelMibChangeNotify2(handle), NO_ERROR);
  ASSERT_EQ(DeleteIpForwardEntry2(&row), NO_ERROR);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(heard.times, 2);
}

TEST_F(Exports, HandOutNothingWhenACallFailsOnDemand) {
  int other = 0;
  auto* table = reinterpret_cast<PMIB_IPFORWARD_TABLE2>(&other);
  ASSERT_EQ(netioemu_answer("GetIpForwardTable2", 1, ERROR_NOT_SUPPORTED), 0);
  EXPECT_EQ(GetIpForwardTable2(ipv4, &table), ERROR_NOT_SUPPORTED);
  EXPECT_EQ(table, nullptr);
  Heard heard;
  HANDLE handle = &other;
  ASSERT_EQ(netioemu_answer("NotifyRouteChange2", 1, ERROR_NOT_SUPPORTED), 0);
  EXPECT_EQ(NotifyRouteChange2(ipv4, &hear, &heard, 1, &handle), ERROR_NOT_SUPPORTED);
  EXPECT_EQ(handle, nullptr);
  EXPECT_EQ(heard.times, 0);
}

TEST_F(Exports, MoveTheClock) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(netioconf_advance(0), 0);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  ASSERT_EQ(netioconf_advance(7), 0);
  ASSERT_EQ(GetIpForwardEntry2(&row), NO_ERROR);
  EXPECT_EQ(row.Age, 7U);
}

TEST_F(Exports, ShowLinks) {
  MIB_IPINTERFACE_ROW row{};
  row.Family = ipv6;
  row.InterfaceIndex = 2;
  ASSERT_EQ(GetIpInterfaceEntry(&row), NO_ERROR);
  EXPECT_EQ(row.Metric, 20U);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports
