#include <cstdlib>
#include <set>
#include <thread>

#include "conformance/emulator/exports/clients/fake.h"

// One example for each function of netioemu.h.
namespace netioconf::conformance::emulator::exports::clients {
namespace {

using Start = Fake;
using Seed = Fake;
using Callbacks = Fake;
using Links = Fake;
using Addresses = Fake;
using Statuses = Fake;
using Clock = Fake;
using Tables = Fake;
using TablesDeathTest = Fake;

TEST_F(Start, MakesAMachineOfAPersonality) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  EXPECT_EQ(CreateIpForwardEntry2(&row), ERROR_OBJECT_ALREADY_EXISTS);
  ASSERT_EQ(netioemu_start("common"), 0);
  EXPECT_EQ(GetIpForwardEntry2(&row), STATUS_NOT_FOUND);
  EXPECT_NE(netioemu_start("no-such-personality"), 0);
}

TEST_F(Start, MakesALoopbackLinkAndAnotherOne) {
  netioconf_host host{};
  host.size = sizeof(host);
  ASSERT_EQ(netioconf_describe(&host), 0);
  ASSERT_EQ(host.link_count, 2);
  EXPECT_EQ(host.links[0].luid, NETIOEMU_LOOPBACK_LUID);
  EXPECT_EQ(host.links[0].index, NETIOEMU_LOOPBACK_INDEX);
  EXPECT_EQ(host.links[1].luid, NETIOEMU_ETHERNET_LUID);
  EXPECT_EQ(host.links[1].index, NETIOEMU_ETHERNET_INDEX);
  EXPECT_TRUE(routes().empty());
}

TEST_F(Start, FailsForAnUnknownValueInTheEnvironment) {
  setenv("NETIOEMU_CALLBACKS", "no-such-thread", 1);
  EXPECT_NE(netioemu_start(nullptr), 0);
  unsetenv("NETIOEMU_CALLBACKS");
  EXPECT_EQ(netioemu_start(nullptr), 0);
}

TEST_F(Start, IsRefusedInACallback) {
  int started = 0;
  const auto start = [](PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    *static_cast<int*>(context) = netioemu_start(nullptr);
  };
  HANDLE handle = nullptr;
  ASSERT_EQ(NotifyRouteChange2(ipv4, start, &started, 1, &handle), NO_ERROR);
  EXPECT_NE(started, 0);
}

// Both links have the routes of their addresses: 5 for an IPv4 address, 3 for an IPv6 address, one less
// for a subnet of a single address.
TEST_F(Seed, MakesTheRoutesThatWindowsHas) {
  ChangeCounts tally;
  (void)tally.listen();
  ASSERT_EQ(netioemu_seed_like_windows(), 0);
  EXPECT_EQ(routes().size(), 5U + 2U + 5U + 3U);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(tally.added, 15);
  const SOCKADDR_INET loopback = ip4(127, 0, 0, 1);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  ASSERT_EQ(GetBestRoute2(nullptr, 0, nullptr, &loopback, 0, &best, &source), NO_ERROR);
  EXPECT_EQ(best.InterfaceIndex, NETIOEMU_LOOPBACK_INDEX);
  EXPECT_EQ(best.Protocol, 2U);
  EXPECT_EQ(best.Origin, 1U);
  EXPECT_TRUE(same(source, loopback));
}

// Where the last callback ran.
struct Place {
  std::thread::id thread;

  static void note(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) {
    static_cast<Place*>(context)->thread = std::this_thread::get_id();
  }
};

TEST_F(Callbacks, RunWhereTheTestWants) {
  Place place;
  HANDLE handle = nullptr;
  ASSERT_EQ(NotifyRouteChange2(ipv4, &Place::note, &place, 0, &handle), NO_ERROR);
  MIB_IPFORWARD_ROW2 row = numbered(1);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_NE(place.thread, std::this_thread::get_id());

  ASSERT_EQ(netioemu_set_callbacks(NETIOEMU_CALLERS_THREAD), 0);
  ASSERT_EQ(DeleteIpForwardEntry2(&row), NO_ERROR);
  EXPECT_EQ(place.thread, std::this_thread::get_id());

  ASSERT_EQ(netioemu_set_callbacks(NETIOEMU_CONCURRENT), 0);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_NE(place.thread, std::this_thread::get_id());
  EXPECT_NE(netioemu_set_callbacks(7), 0);
}

TEST_F(Links, ComeAndGo) {
  constexpr netioemu_link tunnel = {0x0035000007000000, 7, 5, 0};
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.InterfaceLuid.Value = tunnel.luid;
  EXPECT_EQ(CreateIpForwardEntry2(&row), ERROR_NOT_FOUND);
  ASSERT_EQ(netioemu_add_link(&tunnel), 0);
  EXPECT_NE(netioemu_add_link(&tunnel), 0);
  EXPECT_NE(netioemu_add_link(nullptr), 0);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  ChangeCounts tally;
  (void)tally.listen();
  ASSERT_EQ(netioemu_remove_link(tunnel.luid), 0);
  EXPECT_NE(netioemu_remove_link(tunnel.luid), 0);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(tally.deleted, 1);
  EXPECT_EQ(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
}

TEST_F(Links, AreDisconnectedAndConnected) {
  const MIB_IPFORWARD_ROW2 row = numbered(1);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  MIB_IPFORWARD_ROW2 best;
  SOCKADDR_INET source;
  const SOCKADDR_INET& wanted = row.DestinationPrefix.Prefix;
  ASSERT_EQ(netioemu_disconnect_link(NETIOEMU_ETHERNET_LUID), 0);
  EXPECT_EQ(GetBestRoute2(nullptr, 0, nullptr, &wanted, 0, &best, &source), ERROR_NETWORK_UNREACHABLE);
  EXPECT_EQ(routes().size(), 1U);
  ASSERT_EQ(netioemu_connect_link(NETIOEMU_ETHERNET_LUID), 0);
  EXPECT_EQ(GetBestRoute2(nullptr, 0, nullptr, &wanted, 0, &best, &source), NO_ERROR);
  EXPECT_NE(netioemu_connect_link(NETIOEMU_ETHERNET_LUID), 0);
  EXPECT_NE(netioemu_disconnect_link(9), 0);
}

TEST_F(Addresses, AreGivenAndTaken) {
  ASSERT_EQ(netioemu_seed_like_windows(), 0);
  const std::size_t before = routes().size();
  ChangeCounts tally;
  (void)tally.listen();
  ASSERT_EQ(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "203.0.113.5/24"), 0);
  EXPECT_EQ(routes().size(), before + 3);
  ASSERT_EQ(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "fe80::1:2/64"), 0);
  EXPECT_EQ(routes().size(), before + 5);
  ASSERT_EQ(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "203.0.113.5"), 0);
  ASSERT_EQ(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "fe80::1:2"), 0);
  EXPECT_EQ(routes().size(), before);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(tally.added, 5);
  EXPECT_EQ(tally.deleted, 5);
}

TEST_F(Addresses, AreRefusedIfTheyAreNone) {
  for (const char* address :
       {"", "1.2.3.4", "1.2.3/8", "1.2.3.4.5/8", "1.2.3.256/8", "1.2.3.4/33", "1.2.3.4/", "1.2.3.-4/8",
        "1..3.4/8", "1.2.3.4./8", "::/129", ":::/8", "1::2::3/8", "1:2:3:4:5:6:7/8",
        "1:2:3:4:5:6:7:8:9/8", "1:2:3:4:5:6:7:8::/8", "12345::/8", "g::/8", "1:/8"}) {
    EXPECT_NE(netioemu_add_address(NETIOEMU_ETHERNET_LUID, address), 0) << address;
  }
  EXPECT_NE(netioemu_add_address(NETIOEMU_ETHERNET_LUID, nullptr), 0);
  EXPECT_NE(netioemu_add_address(9, "192.0.2.11/24"), 0);
  EXPECT_NE(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "192.0.2.11"), 0);
  EXPECT_NE(netioemu_remove_address(NETIOEMU_ETHERNET_LUID, "192.0.2.10/24"), 0);
  EXPECT_EQ(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "1:2:3:4:5:6:7:ffff/128"), 0);
  EXPECT_EQ(netioemu_add_address(NETIOEMU_ETHERNET_LUID, "1:2::7/0"), 0);
}

TEST_F(Statuses, AreAnsweredByTheCallThatTheTestWants) {
  ASSERT_EQ(netioemu_answer("CreateIpForwardEntry2", 2, ERROR_NOT_ENOUGH_MEMORY), 0);
  const MIB_IPFORWARD_ROW2 first = numbered(1);
  MIB_IPFORWARD_ROW2 second = numbered(2);
  EXPECT_EQ(CreateIpForwardEntry2(&first), NO_ERROR);
  EXPECT_EQ(CreateIpForwardEntry2(&second), ERROR_NOT_ENOUGH_MEMORY);
  EXPECT_EQ(GetIpForwardEntry2(&second), ERROR_NOT_FOUND);
  EXPECT_EQ(CreateIpForwardEntry2(&second), NO_ERROR);
  ASSERT_EQ(netioemu_answer("GetIpForwardTable2", 1, ERROR_NOT_ENOUGH_MEMORY), 0);
  EXPECT_TRUE(routes().empty());
  EXPECT_EQ(routes().size(), 2U);
  EXPECT_NE(netioemu_answer("FreeMibTable", 1, 5), 0);
  EXPECT_NE(netioemu_answer("SetIpForwardEntry2", 0, 5), 0);
  EXPECT_NE(netioemu_answer(nullptr, 1, 5), 0);
}

TEST_F(Statuses, AreAccessDeniedWithoutElevation) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  MIB_ANYCASTIPADDRESS_ROW anycast{};
  anycast.InterfaceLuid.Value = NETIOEMU_ETHERNET_LUID;
  anycast.Address = ip4(192, 0, 2, 77);
  ASSERT_EQ(netioemu_set_elevated(0), 0);
  EXPECT_EQ(CreateIpForwardEntry2(&row), ERROR_ACCESS_DENIED);
  EXPECT_EQ(SetIpForwardEntry2(&row), ERROR_ACCESS_DENIED);
  EXPECT_EQ(DeleteIpForwardEntry2(&row), ERROR_ACCESS_DENIED);
  EXPECT_EQ(CreateAnycastIpAddressEntry(&anycast), ERROR_ACCESS_DENIED);
  EXPECT_EQ(DeleteAnycastIpAddressEntry(&anycast), ERROR_ACCESS_DENIED);
  EXPECT_EQ(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
  ASSERT_EQ(netioemu_set_elevated(1), 0);
  EXPECT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
}

TEST_F(Statuses, AreNotFoundUntilTheLinkIsReady) {
  ASSERT_EQ(netioemu_delay_link(NETIOEMU_ETHERNET_LUID, 2), 0);
  MIB_IPFORWARD_ROW2 row = numbered(1);
  EXPECT_EQ(CreateIpForwardEntry2(&row), ERROR_NOT_FOUND);
  row.InterfaceLuid.Value = NETIOEMU_LOOPBACK_LUID;
  EXPECT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  row.InterfaceLuid.Value = 0;
  row.InterfaceIndex = NETIOEMU_ETHERNET_INDEX;
  EXPECT_EQ(CreateIpForwardEntry2(&row), ERROR_NOT_FOUND);
  EXPECT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  EXPECT_NE(netioemu_delay_link(0, 1), 0);
}

TEST_F(Clock, EndsARoute) {
  MIB_IPFORWARD_ROW2 row = numbered(1);
  row.ValidLifetime = row.PreferredLifetime = 60;
  ASSERT_EQ(netioconf_advance(0), 0);
  ASSERT_EQ(CreateIpForwardEntry2(&row), NO_ERROR);
  ChangeCounts tally;
  (void)tally.listen();
  ASSERT_EQ(netioconf_advance(61), 0);
  EXPECT_EQ(GetIpForwardEntry2(&row), ERROR_NOT_FOUND);
  ASSERT_EQ(netioemu_wait_for_callbacks(), 0);
  EXPECT_EQ(tally.deleted, 1);
}

// A table may be freed after its machine.
TEST_F(Tables, AreFreedOnce) {
  PMIB_IPFORWARD_TABLE2 table = nullptr;
  ASSERT_EQ(GetIpForwardTable2(ipv4, &table), NO_ERROR);
  ASSERT_EQ(netioemu_start(nullptr), 0);
  FreeMibTable(table);
  FreeMibTable(nullptr);
}

void free_elsewhere() {
  static int elsewhere;
  FreeMibTable(&elsewhere);
}

void free_twice() {
  PMIB_IPFORWARD_TABLE2 table = nullptr;
  if (GetIpForwardTable2(ipv4, &table) != NO_ERROR) return;
  FreeMibTable(table);
  FreeMibTable(table);
}

TEST_F(TablesDeathTest, AreReportedIfTheyAreNone) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  for (void (*misuse)() : {&free_elsewhere, &free_twice}) {
#ifdef NDEBUG
    testing::internal::CaptureStderr();
    misuse();
    EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("handed out no such table"));
#else
    EXPECT_DEATH(misuse(), "handed out no such table");
#endif
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator::exports::clients
