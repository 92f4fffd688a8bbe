#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// Each C name of the library must reach the method that implements it.
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

void count(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) { ++*static_cast<int*>(context); }

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
  ASSERT_EQ(CreateIpForwardEntry2(&row), STATUS_SUCCESS);
  EXPECT_EQ(CreateIpForwardEntry2(&row), STATUS_DUPLICATE_OBJECTID);
  row.Metric = 6;
  ASSERT_EQ(SetIpForwardEntry2(&row), STATUS_SUCCESS);
  row.Metric = 0;
  ASSERT_EQ(GetIpForwardEntry2(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Metric, 6U);

  NET_LUID luid{samples::first_luid};
  const SOCKADDR_INET wanted = samples::ip4(10, 9, 9, 9);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  ASSERT_EQ(GetBestRoute2(&luid, 0, nullptr, &wanted, 0, &best, &source), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(best, row));

  PMIB_IPFORWARD_TABLE2 table = nullptr;
  ASSERT_EQ(GetIpForwardTable2(ipv4, &table), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(table->Table[0], row));
  FreeMibTable(table);
  ASSERT_EQ(DeleteIpForwardEntry2(&row), STATUS_SUCCESS);
  EXPECT_EQ(GetIpForwardTable2(ipv4, &table), STATUS_NOT_FOUND);
}

TEST_F(Exports, MakeShowAndDeleteAnycastAddresses) {
  MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
  ASSERT_EQ(CreateAnycastIpAddressEntry(&row), STATUS_SUCCESS);
  ASSERT_EQ(GetAnycastIpAddressEntry(&row), STATUS_SUCCESS);
  PMIB_ANYCASTIPADDRESS_TABLE table = nullptr;
  ASSERT_EQ(GetAnycastIpAddressTable(unspecified, &table), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(table->Table[0], row));
  FreeMibTable(table);
  ASSERT_EQ(DeleteAnycastIpAddressEntry(&row), STATUS_SUCCESS);
  EXPECT_EQ(GetAnycastIpAddressEntry(&row), STATUS_NOT_FOUND);
}

TEST_F(Exports, NotifyOfChanges) {
  int heard = 0;
  HANDLE handle = nullptr;
  ASSERT_EQ(NotifyRouteChange2(unspecified, &count, &heard, 1, &handle), STATUS_SUCCESS);
  EXPECT_EQ(heard, 1);
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(CreateIpForwardEntry2(&row), STATUS_SUCCESS);
  EXPECT_EQ(heard, 2);
  ASSERT_EQ(CancelMibChangeNotify2(handle), STATUS_SUCCESS);
  ASSERT_EQ(DeleteIpForwardEntry2(&row), STATUS_SUCCESS);
  EXPECT_EQ(heard, 2);
}

TEST_F(Exports, MoveTheClock) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(netioconf_advance(0), 0);
  ASSERT_EQ(CreateIpForwardEntry2(&row), STATUS_SUCCESS);
  ASSERT_EQ(netioconf_advance(7), 0);
  ASSERT_EQ(GetIpForwardEntry2(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Age, 7U);
}

TEST_F(Exports, ShowLinks) {
  MIB_IPINTERFACE_ROW row{};
  row.Family = ipv6;
  row.InterfaceIndex = 2;
  ASSERT_EQ(GetIpInterfaceEntry(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Metric, 20U);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports
