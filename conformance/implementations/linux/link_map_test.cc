#include "conformance/implementations/linux/link_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <bit>

#include "oracle/model/address.h"
#include "oracle/model/rows.h"

namespace netioconf::conformance::implementations::linux {
namespace {

using testing::ElementsAre;

netioconf_link a_link(std::uint64_t luid, std::uint32_t index) {
  return {.luid = luid,
          .index = index,
          .ipv4 = 1,
          .ipv6 = 1,
          .routes = 1,
          .loopback = 0,
          .ipv4_metric = 25,
          .ipv6_metric = 30};
}

netioconf_host a_host(std::initializer_list<netioconf_link> links) {
  netioconf_host host{};
  host.size = sizeof host;
  host.ipv4 = host.ipv6 = 1;
  for (const netioconf_link& link : links) host.links[host.link_count++] = link;
  return host;
}

TEST(AHost, CorrespondsToLinksOfAsManyKinds) {
  netioconf_link without_ipv6 = a_link(1, 1);
  without_ipv6.ipv6 = 0;
  netioconf_link without_routes = a_link(2, 2);
  without_routes.routes = 0;
  netioconf_link loopback = a_link(3, 3);
  loopback.loopback = 1;
  const auto requested = requested_links(a_host({without_ipv6, without_routes, loopback, a_link(4, 4)}));
  ASSERT_TRUE(requested) << requested.error();
  EXPECT_THAT(
      *requested,
      ElementsAre(kernel::RequestedLink{{.ipv6 = false}, 1}, kernel::RequestedLink{{.up = false}, 2},
                  kernel::RequestedLink{{.loopback = true}, 3}, kernel::RequestedLink{{}, 4}));
}

TEST(AHost, HasLinksLargeEnoughForIpv6WhereTheMachineHasNone) {
  netioconf_host host = a_host({a_link(1, 1)});
  host.ipv6 = 0;
  host.links[0].ipv6 = 0;
  const auto requested = requested_links(host);
  ASSERT_TRUE(requested);
  EXPECT_THAT(*requested, ElementsAre(kernel::RequestedLink{{}, 1}));
}

netioconf_host with_details(const netioconf_link_details& details) {
  netioconf_host host = a_host({a_link(1, 1)});
  host.details[0] = details;
  return host;
}

netioconf_link_details with_address(const oracle::SocketAddress& address, std::uint8_t length) {
  netioconf_link_details details{};
  details.address_count = 1;
  details.addresses[0] = std::bit_cast<IP_ADDRESS_PREFIX>(oracle::Prefix{address, length});
  return details;
}

TEST(AHost, MayHaveAddressesAndNoConnection) {
  const kernel::LinkAddress address{{.family = AF_INET, .bytes = {198, 51, 100, 7}}, 24};
  netioconf_link_details details = with_address(oracle::ipv4(198, 51, 100, 7), 24);
  details.disconnected = 1;
  netioconf_host host = with_details(details);
  const auto requested = requested_links(host);
  ASSERT_TRUE(requested) << requested.error();
  EXPECT_THAT(*requested, ElementsAre(kernel::RequestedLink{{.connected = false}, 1, {address}}));
  host.size = NETIOCONF_HOST_SIZE_1;
  EXPECT_THAT(*requested_links(host), ElementsAre(kernel::RequestedLink{{}, 1})) << "no details";
}

TEST(AHost, HasOnlyDetailsThatLinuxHas) {
  EXPECT_EQ(requested_links(with_details({.ignores_default_routes = 1})).error(),
            "Linux has no link that ignores default routes");
  EXPECT_EQ(requested_links(with_details({.path_mtu_timeout_ms = 600'000})).error(),
            "Linux has no path MTU timeout of a link");
  netioconf_host host = with_details({.disconnected = 1});
  host.links[0].loopback = 1;
  EXPECT_EQ(requested_links(host).error(), "lo is always connected");
  host = with_details(with_address(oracle::ipv6(0x20010db800000000, 7), 64));
  EXPECT_TRUE(requested_links(host));
  host.ipv6 = 0;
  EXPECT_EQ(requested_links(host).error(), "Linux has no IPv6 address on a link without an IPv6 stack");
  host.ipv6 = 1;
  host.links[0].ipv6 = 0;
  EXPECT_EQ(requested_links(host).error(), "Linux has no IPv6 address on a link without an IPv6 stack");
}

TEST(AHost, IsRefusedWithTheReason) {
  netioconf_host host = a_host({a_link(1, 1)});
  host.links[0].ipv4 = 0;
  EXPECT_EQ(requested_links(host).error(), "Linux has no link without an IPv4 stack");
  host = a_host({a_link(1, 1), a_link(2, 2)});
  host.links[0].loopback = 1;
  host.links[0].routes = 0;
  EXPECT_EQ(requested_links(host).error(), "lo always takes routes");
  host.links[0].routes = 1;
  host.links[0].ipv6 = 0;
  EXPECT_EQ(requested_links(host).error(), "lo has the stacks of the machine");
  host.links[0].ipv6 = 1;
  host.links[1].loopback = 1;
  EXPECT_EQ(requested_links(host).error(), "lo is the only loopback link");
  host.ipv4 = 0;
  EXPECT_EQ(requested_links(host).error(), "Linux always has an IPv4 stack");
}

TEST(ALink, IsFoundByItsLuidAndOnlyWithoutOneByItsIndex) {
  const LinkMap link_map = link_map_of(a_host({a_link(7, 1), a_link(8, 2)}), {1001, 1002});
  EXPECT_EQ(link_map.find(8, 1)->ifindex, 1002U);
  EXPECT_EQ(link_map.find(0, 1)->ifindex, 1001U);
  EXPECT_EQ(link_map.find(9, 1), nullptr);
  EXPECT_EQ(link_map.find(0, 3), nullptr);
  EXPECT_EQ(link_map.find_kernel(1002)->luid, 8U);
  EXPECT_EQ(link_map.find_kernel(1), nullptr);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::linux
