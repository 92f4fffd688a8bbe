#include <gtest/gtest.h>

#include "conformance/emulator/machine/host_changes.h"
#include "conformance/emulator/machine/windows_routes.h"
#include "conformance/emulator/samples_for_test.h"

// What happens to routes when links and addresses come and go.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

struct ChangeCounts {
  std::size_t added = 0;
  std::size_t deleted = 0;
  std::size_t others = 0;

  static void note(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE type) {
    auto& self = *static_cast<ChangeCounts*>(context);
    ++(type == MibAddInstance ? self.added : type == MibDeleteInstance ? self.deleted : self.others);
  }
};

class Changes : public testing::Test {
 protected:
  void SetUp() override {
    HANDLE handle = nullptr;
    ASSERT_EQ(emulator_.notify_route_change(unspecified, &ChangeCounts::note, &tally_, 0, &handle),
              NO_ERROR);
  }

  bool give(std::uint64_t luid, const IP_ADDRESS_PREFIX& address) {
    return emulator_.change_host(
               [&](netioconf_host& host) { return add_address(host, luid, address); }) == 0;
  }
  bool take(std::uint64_t luid, const SOCKADDR_INET& address) {
    return emulator_.change_host([&](netioconf_host& host) {
      return remove_address(host, luid, address_of(address));
    }) == 0;
  }

  Emulator emulator_{a_host(), windows()};
  ChangeCounts tally_;
};

TEST_F(Changes, OfAddressesLeaveRoutesAloneWithoutASeed) {
  ASSERT_TRUE(give(first_luid, subnet(ip4(192, 0, 2, 10), 24)));
  EXPECT_TRUE(routes_of(emulator_).empty());
  ASSERT_TRUE(take(first_luid, ip4(192, 0, 2, 10)));
  EXPECT_EQ(tally_.added + tally_.deleted + tally_.others, 0U);
}

TEST_F(Changes, OfAddressesMakeAndRemoveTheRoutesOfWindows) {
  emulator_.seed_like_windows();
  ASSERT_TRUE(give(first_luid, subnet(ip4(192, 0, 2, 10), 24)));
  EXPECT_EQ(routes_of(emulator_).size(), 5U);
  EXPECT_EQ(tally_.added, 5U);
  ASSERT_TRUE(give(first_luid, subnet(ip4(192, 0, 2, 11), 24)));
  EXPECT_EQ(tally_.added, 6U);
  ASSERT_TRUE(take(first_luid, ip4(192, 0, 2, 10)));
  EXPECT_EQ(tally_.deleted, 1U);
  ASSERT_TRUE(take(first_luid, ip4(192, 0, 2, 11)));
  EXPECT_EQ(tally_.deleted, 6U);
  EXPECT_TRUE(routes_of(emulator_).empty());
  EXPECT_FALSE(take(first_luid, ip4(192, 0, 2, 11)));
}

TEST_F(Changes, LeaveARouteThatAProgramMade) {
  MIB_IPFORWARD_ROW2 mine = a_route();
  mine.DestinationPrefix = subnet(ip4(192, 0, 2, 0), 24);
  mine.NextHop = ip4(0, 0, 0, 0);
  ASSERT_EQ(emulator_.create_route(&mine), NO_ERROR);
  emulator_.seed_like_windows();
  ASSERT_TRUE(give(first_luid, subnet(ip4(192, 0, 2, 10), 24)));
  ASSERT_EQ(emulator_.get_route(&mine), NO_ERROR);
  EXPECT_EQ(mine.Metric, a_route().Metric);
  ASSERT_TRUE(take(first_luid, ip4(192, 0, 2, 10)));
  EXPECT_EQ(routes_of(emulator_).size(), 1U);
}

// Programs delete routes that the system made.
TEST_F(Changes, MissNoRouteThatAProgramDeleted) {
  emulator_.seed_like_windows();
  ASSERT_TRUE(give(first_luid, subnet(ip4(192, 0, 2, 10), 24)));
  const MIB_IPFORWARD_ROW2 row = routes_of(emulator_).at(0);
  ASSERT_EQ(emulator_.delete_route(&row), NO_ERROR);
  ASSERT_TRUE(take(first_luid, ip4(192, 0, 2, 10)));
  EXPECT_EQ(tally_.deleted, 5U);
}

TEST_F(Changes, OfALinkTakeItsEntriesAway) {
  const MIB_IPFORWARD_ROW2 row = a_route();
  MIB_IPFORWARD_ROW2 other = a_route();
  other.InterfaceLuid.Value = second_luid;
  const MIB_ANYCASTIPADDRESS_ROW anycast = an_anycast();
  ASSERT_EQ(emulator_.create_route(&row), NO_ERROR);
  ASSERT_EQ(emulator_.create_route(&other), NO_ERROR);
  ASSERT_EQ(emulator_.create_anycast(&anycast), NO_ERROR);
  ASSERT_EQ(emulator_.change_host([](netioconf_host& host) { return remove_link(host, first_luid); }),
            0);
  EXPECT_EQ(tally_.deleted, 1U);
  EXPECT_EQ(routes_of(emulator_).size(), 1U);
  EXPECT_TRUE(anycasts_of(emulator_).empty());
  EXPECT_EQ(emulator_.create_route(&row), ERROR_NOT_FOUND);
  EXPECT_EQ(emulator_.get_route(&other), NO_ERROR);
  netioconf_host described{};
  described.size = sizeof(described);
  ASSERT_EQ(emulator_.describe(&described), 0);
  EXPECT_EQ(described.link_count, 3);
  EXPECT_EQ(described.links[0].luid, second_luid);
}

TEST_F(Changes, OfTheConnectionLeaveRoutesInTheTable) {
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator_.create_route(&row), NO_ERROR);
  const SOCKADDR_INET wanted = ip4(10, 1, 1, 1);
  MIB_IPFORWARD_ROW2 best;
  const auto disconnect = [](netioconf_host& host) { return disconnect_link(host, first_luid); };
  const auto connect = [](netioconf_host& host) { return connect_link(host, first_luid); };
  ASSERT_EQ(emulator_.change_host(disconnect), 0);
  EXPECT_EQ(emulator_.best_route(nullptr, 0, nullptr, &wanted, 0, &best, nullptr),
            ERROR_NETWORK_UNREACHABLE);
  EXPECT_EQ(routes_of(emulator_).size(), 1U);
  ASSERT_EQ(emulator_.change_host(connect), 0);
  EXPECT_EQ(emulator_.best_route(nullptr, 0, nullptr, &wanted, 0, &best, nullptr), NO_ERROR);
  EXPECT_NE(emulator_.change_host(connect), 0);
  EXPECT_EQ(tally_.deleted + tally_.others, 0U);
}

TEST_F(Changes, KeepTheSeedAfterAReset) {
  emulator_.seed_like_windows();
  ASSERT_EQ(emulator_.reset(with_addresses()), 0);
  EXPECT_EQ(routes_of(emulator_).size(), windows_routes(with_addresses()).size());
}

}  // namespace
}  // namespace netioconf::conformance::emulator
