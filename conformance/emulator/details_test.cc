#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// Hosts whose links have addresses, are not connected or ignore default routes.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

struct Found {
  std::uint32_t status = 0;
  MIB_IPFORWARD_ROW2 row{};
  SOCKADDR_INET source{};
};

Found best_of_links(Emulator& emulator, const SOCKADDR_INET& destination,
                    const SOCKADDR_INET* source = nullptr) {
  Found answer;
  const NET_LUID first{first_luid};
  // The literal personality refuses to search without a link.
  answer.status = emulator.best_route(&first, 0, source, &destination, 0, &answer.row, &answer.source);
  return answer;
}

MIB_IPFORWARD_ROW2 a_default_route() {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.DestinationPrefix = subnet(ip4(0, 0, 0, 0), 0);
  return row;
}

MIB_IPINTERFACE_ROW link_row(Emulator& emulator, std::uint16_t family) {
  MIB_IPINTERFACE_ROW row{};
  row.Family = family;
  row.InterfaceIndex = 1;
  EXPECT_EQ(emulator.get_link(&row), STATUS_SUCCESS);
  return row;
}

TEST(Links, ShowWhatTheHostSaysOfThem) {
  netioconf_host host = a_host();
  Emulator plain(host);
  EXPECT_EQ(link_row(plain, ipv4).PathMtuDiscoveryTimeout, 600000U);
  EXPECT_EQ(link_row(plain, ipv4).Connected, 1);
  EXPECT_EQ(link_row(plain, ipv4).DisableDefaultRoutes, 0);
  host.details[0].path_mtu_timeout_ms = 77;
  host.details[0].disconnected = host.details[0].ignores_default_routes = 1;
  Emulator other(host);
  EXPECT_EQ(link_row(other, ipv6).PathMtuDiscoveryTimeout, 77U);
  EXPECT_EQ(link_row(other, ipv6).Connected, 0);
  EXPECT_EQ(link_row(other, ipv6).DisableDefaultRoutes, 1);
}

TEST(Links, ShowTheDefaultsOfTheirFamily) {
  Emulator emulator(a_host());
  const MIB_IPINTERFACE_ROW four = link_row(emulator, ipv4);
  EXPECT_EQ(four.DadTransmits, 3U);
  EXPECT_EQ(four.MinRouterAdvertisementInterval + four.MaxRouterAdvertisementInterval, 0U);
  EXPECT_EQ(four.UseAutomaticMetric, 1);
  EXPECT_EQ(four.WeakHostSend + four.WeakHostReceive + four.AdvertisingEnabled, 0);
  EXPECT_EQ(four.MaxReassemblySize + four.InterfaceIdentifier, 0U);
  const MIB_IPINTERFACE_ROW six = link_row(emulator, ipv6);
  EXPECT_EQ(six.DadTransmits, 1U);
  EXPECT_EQ(six.MinRouterAdvertisementInterval, 200U);
  EXPECT_EQ(six.MaxRouterAdvertisementInterval, 600U);
}

TEST(BestRoute, PassesOverLinksThatAreNotConnected) {
  const auto found = [](const Behaviour& behaviour) {
    netioconf_host host = a_host();
    host.details[0].disconnected = 1;
    Emulator emulator(host, behaviour);
    MIB_IPFORWARD_ROW2 row = a_route();
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    const bool found = best_of_links(emulator, ip4(10, 1, 1, 1)).status == NO_ERROR;
    EXPECT_EQ(emulator.get_route(&row), NO_ERROR);
    EXPECT_EQ(emulator.set_route(&row), NO_ERROR);
    EXPECT_EQ(routes_of(emulator).size(), 1U);
    EXPECT_EQ(emulator.delete_route(&row), NO_ERROR);
    return found;
  };
  EXPECT_TRUE(found(common()));
  EXPECT_TRUE(found(literal()));
  EXPECT_FALSE(found(windows()));
  EXPECT_FALSE(found(lenient()));
}

TEST(BestRoute, PassesOverDefaultRoutesOfLinksThatIgnoreThem) {
  const auto found = [](const Behaviour& behaviour) {
    netioconf_host host = a_host();
    host.details[0].ignores_default_routes = 1;
    Emulator emulator(host, behaviour);
    MIB_IPFORWARD_ROW2 row = a_default_route();
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    const bool found = best_of_links(emulator, ip4(10, 1, 1, 1)).status == NO_ERROR;
    EXPECT_EQ(emulator.get_route(&row), NO_ERROR);
    row.DestinationPrefix.PrefixLength = 1;
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    EXPECT_EQ(best_of_links(emulator, ip4(10, 1, 1, 1)).status, NO_ERROR);
    return found;
  };
  EXPECT_FALSE(found(common()));
  EXPECT_TRUE(found(literal()));
  EXPECT_FALSE(found(windows()));
  EXPECT_FALSE(found(lenient()));
}

// The better route is on the first link.
TEST(BestRoute, IsOnTheLinkOfTheSourceButInAWeakHost) {
  netioconf_host host = a_host();
  give_address(host.details[0], subnet(ip4(192, 0, 2, 10), 24));
  give_address(host.details[1], subnet(ip4(203, 0, 113, 20), 24));
  const SOCKADDR_INET destination = ip4(10, 1, 1, 1);
  const auto link_from = [&](const Behaviour& behaviour, const SOCKADDR_INET& from) {
    Emulator emulator(host, behaviour);
    MIB_IPFORWARD_ROW2 row = a_route();
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    row = a_default_route();
    row.InterfaceLuid.Value = second_luid;
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    MIB_IPFORWARD_ROW2 best{};
    SOCKADDR_INET source{};
    EXPECT_EQ(emulator.best_route(nullptr, 0, &from, &destination, 0, &best, &source), NO_ERROR);
    return best.InterfaceLuid.Value;
  };
  const SOCKADDR_INET on_first = ip4(192, 0, 2, 10);
  const SOCKADDR_INET on_second = ip4(203, 0, 113, 20);
  const SOCKADDR_INET nowhere = ip4(198, 51, 100, 99);
  for (const Behaviour& strong : {common(), windows()}) {
    EXPECT_EQ(link_from(strong, on_first), first_luid);
    EXPECT_EQ(link_from(strong, on_second), second_luid);
    EXPECT_EQ(link_from(strong, nowhere), first_luid);
  }
  EXPECT_EQ(link_from(lenient(), on_second), first_luid);
}

TEST(BestSource, IsNoLoopbackAddressForAnotherDestination) {
  netioconf_host host = a_host();
  give_address(host.details[0], subnet(ip4(127, 0, 0, 1), 8));
  Emulator emulator(host);
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(10, 1, 1, 1)).source, ip4(0, 0, 0, 0)));
}

TEST(BestSource, IsInTheSubnetOfTheNextHopInEveryPersonality) {
  for (const std::string_view name : personality_names) {
    Emulator emulator(with_addresses(), *personality(name));
    const MIB_IPFORWARD_ROW2 row = a_route();
    ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
    EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(10, 1, 1, 1)).source, ip4(192, 0, 2, 10)))
        << name;
  }
}

TEST(BestSource, IsOnTheLinkAndInTheSubnetOfTheNextHop) {
  Emulator emulator(with_addresses());
  MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(10, 1, 1, 1)).source, ip4(192, 0, 2, 10)));
  // Of no subnet of the link: its first address.
  row.DestinationPrefix.Prefix = ip4(11, 0, 0, 0);
  row.NextHop = ip4(203, 0, 113, 1);
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(11, 1, 1, 1)).source, ip4(198, 51, 100, 10)));
  // On the link: the destination decides.
  row.DestinationPrefix = subnet(ip4(192, 0, 2, 0), 24);
  row.NextHop = ip4(0, 0, 0, 0);
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(192, 0, 2, 7)).source, ip4(192, 0, 2, 10)));
  row = an_ipv6_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip6(7)).source, ip6(0x10)));
}

TEST(BestSource, IsALoopbackAddressForALoopbackDestinationOnly) {
  Emulator emulator(with_addresses());
  MIB_IPFORWARD_ROW2 row = a_default_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(127, 0, 0, 1)).source, ip4(127, 0, 0, 1)));
  netioconf_host host = a_host();
  give_address(host.details[0], subnet(ip4(127, 0, 0, 1), 8));
  give_address(host.details[1], subnet(ip4(203, 0, 113, 20), 24));
  ASSERT_EQ(emulator.reset(host), 0);
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(10, 0, 0, 1)).source, ip4(203, 0, 113, 20)));
}

TEST(BestSource, IsTheCallersOrZeroWithoutAnyAddress) {
  Emulator emulator(with_addresses());
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  const SOCKADDR_INET mine = ip4(198, 51, 100, 99);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(10, 1, 1, 1), &mine).source, mine));
  ASSERT_EQ(emulator.reset(a_host()), 0);
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(best_of_links(emulator, ip4(10, 1, 1, 1)).source, ip4(0, 0, 0, 0)));
}

TEST(OwnAddress, IsANextHopOfItsOwnKind) {
  MIB_IPFORWARD_ROW2 via_own = a_route();
  via_own.NextHop = ip4(192, 0, 2, 10);
  MIB_IPFORWARD_ROW2 on_link = a_route();
  on_link.NextHop = ip4(0, 0, 0, 0);

  Emulator as_given(with_addresses());
  ASSERT_EQ(as_given.create_route(&via_own), STATUS_SUCCESS);
  EXPECT_EQ(as_given.create_route(&on_link), STATUS_SUCCESS);
  EXPECT_TRUE(same_bytes(routes_of(as_given).at(0).NextHop, via_own.NextHop));

  Emulator stored_on_link(with_addresses(), windows());
  ASSERT_EQ(stored_on_link.create_route(&via_own), NO_ERROR);
  EXPECT_EQ(stored_on_link.create_route(&via_own), ERROR_OBJECT_ALREADY_EXISTS);
  EXPECT_TRUE(same_bytes(routes_of(stored_on_link).at(0).NextHop, on_link.NextHop));
  MIB_IPFORWARD_ROW2 row = via_own;
  EXPECT_EQ(stored_on_link.get_route(&row), ERROR_NOT_FOUND);
  EXPECT_EQ(stored_on_link.set_route(&via_own), ERROR_NOT_FOUND);
  EXPECT_EQ(stored_on_link.delete_route(&via_own), ERROR_NOT_FOUND);
  EXPECT_EQ(stored_on_link.delete_route(&on_link), NO_ERROR);

  Emulator same_key(with_addresses(), lenient());
  ASSERT_EQ(same_key.create_route(&via_own), NO_ERROR);
  EXPECT_EQ(same_key.create_route(&on_link), ERROR_OBJECT_ALREADY_EXISTS);
  row = on_link;
  ASSERT_EQ(same_key.get_route(&row), NO_ERROR);
  EXPECT_TRUE(same_bytes(row.NextHop, via_own.NextHop));
  EXPECT_EQ(same_key.delete_route(&via_own), NO_ERROR);
}

// An address of another link is a next hop like any other.
TEST(OwnAddress, IsOneOfTheSameLink) {
  Emulator emulator(with_addresses(), windows());
  MIB_IPFORWARD_ROW2 row = a_route();
  row.NextHop = ip4(203, 0, 113, 20);
  ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
  EXPECT_EQ(emulator.delete_route(&row), NO_ERROR);
}

}  // namespace
}  // namespace netioconf::conformance::emulator
