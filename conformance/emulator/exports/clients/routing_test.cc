#include "conformance/emulator/exports/clients/fake.h"

// What programs do with routes.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

using Routing = Fake;

// Adds a route with an unused metric, or changes the one that exists.
NETIO_STATUS add_or_change(const MIB_IPFORWARD_ROW2& row) {
  const NETIO_STATUS status = CreateIpForwardEntry2(&row);
  return status == ERROR_OBJECT_ALREADY_EXISTS ? SetIpForwardEntry2(&row) : status;
}

TEST_F(Routing, AddsARouteOrChangesTheOneThatExists) {
  MIB_IPFORWARD_ROW2 row = route_to(ip4(198, 51, 100, 0), 24, SOCKADDR_INET{});
  ChangeCounts tally;
  (void)tally.listen();
  ASSERT_EQ(add_or_change(row), NO_ERROR);
  row.Metric = 7;
  ASSERT_EQ(add_or_change(row), NO_ERROR);
  ASSERT_EQ(routes().size(), 1U);
  EXPECT_EQ(routes().at(0).Metric, 7U);
  EXPECT_EQ(routes().at(0).Protocol, 3U);
  EXPECT_TRUE(same(routes().at(0).NextHop, ip4(0, 0, 0, 0)));
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(tally.added, 1);
  EXPECT_EQ(tally.changed, 1);
}

TEST_F(Routing, DeletesWhatGetFound) {
  const MIB_IPFORWARD_ROW2 made = numbered(1);
  ASSERT_EQ(CreateIpForwardEntry2(&made), NO_ERROR);
  MIB_IPFORWARD_ROW2 found = made;
  found.NextHop = SOCKADDR_INET{};
  ASSERT_EQ(GetIpForwardEntry2(&found), NO_ERROR);
  EXPECT_TRUE(same(found.NextHop, made.NextHop));
  EXPECT_EQ(DeleteIpForwardEntry2(&found), NO_ERROR);
  EXPECT_EQ(DeleteIpForwardEntry2(&found), ERROR_NOT_FOUND);
  EXPECT_TRUE(routes().empty());
}

// A crash of the program leaves routes that end by themselves.
TEST_F(Routing, KeepsItsRoutesAliveWhileItRuns) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.ValidLifetime = row.PreferredLifetime = 600;
  ASSERT_EQ(netioconf_advance(0), 0);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  for (int renewal = 0; renewal < 10; ++renewal) {
    ASSERT_EQ(netioconf_advance(540), 0);
    ASSERT_EQ(SetIpForwardEntry2(&row), NO_ERROR);
  }
  EXPECT_EQ(routes().size(), 1U);
  ASSERT_EQ(netioconf_advance(601), 0);
  EXPECT_TRUE(routes().empty());
  EXPECT_EQ(SetIpForwardEntry2(&row), ERROR_NOT_FOUND);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports::clients
