#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// What Windows does according to reports, where no page says so.
namespace netioconf::conformance::emulator::inline behaviour {
namespace {

using namespace samples;

class Windows : public testing::Test {
 protected:
  void create(const MIB_IPFORWARD_ROW2& row) { ASSERT_EQ(emulator_.create_route(&row), NO_ERROR); }

  Emulator emulator_{with_addresses(), windows()};
};

MIB_IPFORWARD_ROW2 nothing() {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), 0, sizeof(row));
  return row;
}

MIB_IPFORWARD_ROW2 via(const SOCKADDR_INET& next_hop) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.NextHop = next_hop;
  return row;
}

TEST_F(Windows, TakesANextHopOfNoFamilyForTheOneOnTheLink) {
  MIB_IPFORWARD_ROW2 row = via(SOCKADDR_INET{});
  create(row);
  EXPECT_TRUE(same_bytes(routes_of(emulator_).at(0).NextHop, ip4(0, 0, 0, 0)));
  EXPECT_EQ(emulator_.create_route(&row), ERROR_OBJECT_ALREADY_EXISTS);
  EXPECT_EQ(emulator_.set_route(&row), NO_ERROR);
  EXPECT_EQ(emulator_.delete_route(&row), NO_ERROR);
}

// A program finds its default gateway so.
TEST_F(Windows, FindsADefaultRouteWithAGatewayOnAnyLink) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.DestinationPrefix = subnet(ip4(0, 0, 0, 0), 0);
  row.NextHop = ip4(0, 0, 0, 0);
  create(row);
  row.InterfaceLuid.Value = second_luid;
  row.NextHop = ip4(203, 0, 113, 1);
  create(row);
  MIB_IPFORWARD_ROW2 found = nothing();
  found.DestinationPrefix.Prefix.si_family = ipv4;
  ASSERT_EQ(emulator_.get_route(&found), NO_ERROR);
  EXPECT_TRUE(same_bytes(found.NextHop, ip4(203, 0, 113, 1)));
  EXPECT_EQ(found.InterfaceLuid.Value, second_luid);
  EXPECT_EQ(found.Metric, row.Metric);
  MIB_IPFORWARD_ROW2 unnamed = nothing();
  unnamed.DestinationPrefix.Prefix.si_family = ipv4;
  unnamed.NextHop.si_family = ipv4;
  EXPECT_EQ(emulator_.delete_route(&unnamed), ERROR_FILE_NOT_FOUND);
  EXPECT_EQ(emulator_.set_route(&unnamed), ERROR_FILE_NOT_FOUND);
}

TEST_F(Windows, FindsByLinkAndPrefixARouteWithAGateway) {
  create(via(ip4(0, 0, 0, 0)));
  create(a_route());
  MIB_IPFORWARD_ROW2 row = via(SOCKADDR_INET{});
  ASSERT_EQ(emulator_.get_route(&row), NO_ERROR);
  EXPECT_TRUE(same_bytes(row.NextHop, a_route().NextHop));
  row = via(SOCKADDR_INET{});
  row.InterfaceLuid.Value = second_luid;
  EXPECT_EQ(emulator_.get_route(&row), ERROR_NOT_FOUND);
}

TEST_F(Windows, FindsAnyDestinationOfALink) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.DestinationPrefix = {};
  EXPECT_EQ(emulator_.get_route(&row), ERROR_NOT_FOUND);
  create(a_route());
  ASSERT_EQ(emulator_.get_route(&row), NO_ERROR);
  EXPECT_EQ(row.DestinationPrefix.PrefixLength, 8);
  row = nothing();
  ASSERT_EQ(emulator_.get_route(&row), NO_ERROR);
  EXPECT_EQ(row.InterfaceIndex, 1U);
  row = nothing();
  row.InterfaceIndex = 9;
  EXPECT_EQ(emulator_.get_route(&row), ERROR_NOT_FOUND);
  row = nothing();
  row.DestinationPrefix.Prefix.si_family = 17;
  EXPECT_EQ(emulator_.get_route(&row), ERROR_INVALID_PARAMETER);
}

TEST_F(Windows, RefusesLoopbackNextHopsOnEveryLink) {
  MIB_IPFORWARD_ROW2 row = via(ip4(127, 0, 0, 1));
  EXPECT_EQ(emulator_.create_route(&row), ERROR_INVALID_PARAMETER);
  row.InterfaceLuid.Value = 0x0018000004000000;
  EXPECT_EQ(emulator_.create_route(&row), ERROR_INVALID_PARAMETER);
  row.NextHop = ip4(169, 254, 7, 7);
  EXPECT_EQ(emulator_.create_route(&row), NO_ERROR);
  row = an_ipv6_route();
  row.NextHop = socket_address_of({ipv6, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}});
  EXPECT_EQ(emulator_.create_route(&row), ERROR_INVALID_PARAMETER);
}

TEST_F(Windows, ShowsTheLinkAsTheScopeOfALinkLocalNextHop) {
  MIB_IPFORWARD_ROW2 row = an_ipv6_route();
  row.InterfaceLuid.Value = second_luid;
  row.NextHop = socket_address_of({ipv6, {0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5}});
  create(row);
  create(an_ipv6_route());
  const auto rows = routes_of(emulator_, ipv6);
  EXPECT_EQ(rows.at(0).NextHop.Ipv6.sin6_scope_id, 0U);
  EXPECT_EQ(rows.at(1).NextHop.Ipv6.sin6_scope_id, 2U);
}

TEST_F(Windows, StoresDefaultsForIllegalValues) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.Metric = row.Protocol = 0xffffffff;
  create(row);
  EXPECT_EQ(routes_of(emulator_).at(0).Metric, 256U);
  EXPECT_EQ(routes_of(emulator_).at(0).Protocol, 3U);
  row.Metric = 1;
  row.Protocol = 8;
  ASSERT_EQ(emulator_.set_route(&row), NO_ERROR);
  EXPECT_EQ(routes_of(emulator_).at(0).Protocol, 8U);
  row.Protocol = 0xffffffff;
  ASSERT_EQ(emulator_.set_route(&row), NO_ERROR);
  EXPECT_EQ(routes_of(emulator_).at(0).Protocol, 3U);
}

TEST_F(Windows, ComparesTheStoredMetric) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.Metric = 0xffffffff;
  create(row);
  row.NextHop = ip4(192, 0, 2, 2);
  row.Metric = 100;
  create(row);
  const SOCKADDR_INET wanted = ip4(10, 1, 1, 1);
  MIB_IPFORWARD_ROW2 best;
  ASSERT_EQ(emulator_.best_route(nullptr, 0, nullptr, &wanted, 0, &best, nullptr), NO_ERROR);
  EXPECT_EQ(best.Metric, 100U);
}

TEST_F(Windows, HasNoBestRouteToAnUnreachableNetwork) {
  const SOCKADDR_INET wanted = ip4(10, 1, 1, 1);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  EXPECT_EQ(emulator_.best_route(nullptr, 0, nullptr, &wanted, 0, &best, &source),
            ERROR_NETWORK_UNREACHABLE);
}

// The pages for programs: "file not found" for a link that the machine does not have, "not found" for
// one that has no such entry.
TEST_F(Windows, TellsAnUnknownLinkFromOneWithoutTheEntry) {
  MIB_IPINTERFACE_ROW link{};
  link.Family = ipv6;
  link.InterfaceIndex = 9;
  EXPECT_EQ(emulator_.get_link(&link), ERROR_FILE_NOT_FOUND);
  link.InterfaceIndex = 4;
  EXPECT_EQ(emulator_.get_link(&link), ERROR_NOT_FOUND);

  const SOCKADDR_INET wanted = ip4(10, 1, 1, 1);
  const NET_LUID unknown{9};
  MIB_IPFORWARD_ROW2 best;
  EXPECT_EQ(emulator_.best_route(&unknown, 0, nullptr, &wanted, 0, &best, nullptr),
            ERROR_FILE_NOT_FOUND);
  EXPECT_EQ(emulator_.best_route(nullptr, 9, nullptr, &wanted, 0, &best, nullptr), ERROR_FILE_NOT_FOUND);

  MIB_ANYCASTIPADDRESS_ROW anycast = an_anycast();
  EXPECT_EQ(emulator_.get_anycast(&anycast), ERROR_NOT_FOUND);
  anycast.InterfaceLuid.Value = 9;
  EXPECT_EQ(emulator_.get_anycast(&anycast), ERROR_FILE_NOT_FOUND);
  EXPECT_EQ(emulator_.create_anycast(&anycast), ERROR_NOT_FOUND);
  EXPECT_EQ(emulator_.delete_anycast(&anycast), ERROR_NOT_FOUND);

  MIB_IPFORWARD_ROW2 row = a_route();
  row.InterfaceLuid.Value = 9;
  EXPECT_EQ(emulator_.get_route(&row), ERROR_NOT_FOUND);
  EXPECT_EQ(emulator_.create_route(&row), ERROR_NOT_FOUND);
}

TEST_F(Windows, FindsNothingFromALinkThatIsNotConnected) {
  netioconf_host host = with_addresses();
  host.details[1].disconnected = 1;
  ASSERT_EQ(emulator_.reset(host), 0);
  create(a_route());
  const SOCKADDR_INET wanted = ip4(10, 1, 1, 1);
  const SOCKADDR_INET there = ip4(203, 0, 113, 20);
  const SOCKADDR_INET here = ip4(192, 0, 2, 10);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  EXPECT_EQ(emulator_.best_route(nullptr, 0, &there, &wanted, 0, &best, &source), ERROR_NOT_FOUND);
  EXPECT_EQ(emulator_.best_route(nullptr, 0, &here, &wanted, 0, &best, &source), NO_ERROR);
}

TEST_F(Windows, ConfirmsARegistrationForEachFamily) {
  const auto count = [](PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
    EXPECT_EQ(row, nullptr);
    EXPECT_EQ(type, MibInitialNotification);
    ++*static_cast<int*>(context);
  };
  int heard = 0;
  HANDLE handle = nullptr;
  ASSERT_EQ(emulator_.notify_route_change(unspecified, count, &heard, 1, &handle), NO_ERROR);
  EXPECT_EQ(heard, 2);
  ASSERT_EQ(emulator_.notify_route_change(ipv4, count, &heard, 1, &handle), NO_ERROR);
  EXPECT_EQ(heard, 3);
  ASSERT_EQ(emulator_.notify_route_change(unspecified, count, &heard, 0, &handle), NO_ERROR);
  EXPECT_EQ(heard, 3);
  EXPECT_EQ(emulator_.cancel_notification(nullptr), ERROR_INVALID_PARAMETER);
}

TEST_F(Windows, HasStatusesOfItsOwn) {
  ASSERT_EQ(emulator_.reset(without_ipv6()), 0);
  MIB_IPFORWARD_TABLE2* table = nullptr;
  ASSERT_EQ(emulator_.route_table(ipv4, &table), NO_ERROR);
  EXPECT_EQ(table->NumEntries, 0U);
  emulator_.free_table(table);
  MIB_IPFORWARD_ROW2 row = an_ipv6_route();
  EXPECT_EQ(emulator_.create_route(&row), ERROR_NOT_FOUND);
  row = a_route();
  row.InterfaceLuid.Value = 0;
  EXPECT_EQ(emulator_.create_route(&row), ERROR_FILE_NOT_FOUND);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::inline behaviour
