#include "oracle/model/host.h"

#include <gtest/gtest.h>

#include "oracle/model/samples.h"

namespace netioconf::oracle::inline model {
namespace {

bool can_be_of_a_link(const SocketAddress& address, std::uint8_t length) {
  return is_link_address({.address = address, .length = length});
}

TEST(AnAddressOfALink, IsAUnicastAddress) {
  EXPECT_TRUE(can_be_of_a_link(ipv4(10, 0, 0, 9), 8));
  EXPECT_TRUE(can_be_of_a_link(ipv4(127, 0, 0, 1), 8));
  EXPECT_TRUE(can_be_of_a_link(ipv6(0xfe80000000000000, 1), 64));
  EXPECT_FALSE(can_be_of_a_link(ipv4(224, 0, 0, 1), 4));
  EXPECT_FALSE(can_be_of_a_link(ipv4(255, 255, 255, 255), 32));
  EXPECT_FALSE(can_be_of_a_link(ipv6(0, 0), 128));
  EXPECT_FALSE(can_be_of_a_link(unknown_family, 0));
}

TEST(AnAddressOfALink, HasASubnetWithinTheAddress) {
  EXPECT_TRUE(can_be_of_a_link(ipv4(10, 0, 0, 9), 32));
  EXPECT_FALSE(can_be_of_a_link(ipv4(10, 0, 0, 9), 33));
  EXPECT_TRUE(can_be_of_a_link(ipv6(0x20010db800000000, 9), 128));
  EXPECT_FALSE(can_be_of_a_link(ipv6(0x20010db800000000, 9), 129));
}

TEST(AnAddressOfALink, HasNoStrayBytes) {
  EXPECT_FALSE(can_be_of_a_link(with_port(ipv4(10, 0, 0, 9)), 8));
  EXPECT_FALSE(is_link_address({.address = ipv4(10, 0, 0, 9), .length = 8, .padding = {0, 0, 1}}));
}

TEST(AnAddress, IsThatOfALinkByItsIpAddressAlone) {
  Link link = a_link();
  link.addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}, {.address = ipv6(0, 1), .length = 128}};
  EXPECT_TRUE(has_address(link, ipv4(10, 0, 0, 9)));
  EXPECT_TRUE(has_address(link, with_port(ipv4(10, 0, 0, 9))));
  EXPECT_FALSE(has_address(link, ipv4(10, 0, 0, 8)));
  EXPECT_FALSE(has_address(link, ipv6(0x0a00000900000000, 0))) << "the same bytes of another family";
}

TEST(AHost, HasTheStacksThatItSays) {
  EXPECT_TRUE(machine_has(plain_host(), ipv4_family));
  EXPECT_TRUE(machine_has(plain_host(), ipv6_family));
  EXPECT_FALSE(machine_has(plain_host(), unspecified_family));
  EXPECT_FALSE(machine_has(a_host_without(ipv4_family), ipv4_family));
  EXPECT_FALSE(machine_has(a_host_without(ipv6_family), ipv6_family));
}

TEST(ALink, HasTheStacksThatItSays) {
  EXPECT_TRUE(link_has(a_link(), ipv4_family));
  EXPECT_TRUE(link_has(a_link(), ipv6_family));
  EXPECT_FALSE(link_has(a_link(), unspecified_family));
  EXPECT_FALSE(link_has(with(a_link(), &Link::ipv4, false), ipv4_family));
  EXPECT_FALSE(link_has(with(a_link(), &Link::ipv6, false), ipv6_family));
}

TEST(ALink, HasDetailsIfTheFirstVersionOfAHostCannotSayIt) {
  EXPECT_FALSE(has_details(a_link()));
  EXPECT_FALSE(has_details(with(with(a_link(), &Link::ipv4_metric, 5), &Link::loopback, true)));
  EXPECT_TRUE(has_details(with(a_link(), &Link::connected, false)));
  EXPECT_TRUE(has_details(with(a_link(), &Link::ignores_default_routes, true)));
  EXPECT_TRUE(has_details(with(a_link(), &Link::path_mtu_timeout_ms, 1)));
  EXPECT_TRUE(has_details(
      with(a_link(), &Link::addresses, {Prefix{.address = ipv4(10, 0, 0, 9), .length = 8}})));
  Host host = a_host_with_two_links();
  EXPECT_FALSE(has_details(host));
  host.links.back().connected = false;
  EXPECT_TRUE(has_details(host));
}

TEST(ALink, IsNamedByItsLuidOrWithoutOneByItsIndex) {
  const Host host = a_host_with_two_links();
  EXPECT_EQ(named_link(host, second_luid, 1), &host.links[1]);
  EXPECT_EQ(named_link(host, 0, 2), &host.links[1]);
  EXPECT_EQ(named_link(host, 77, 1), nullptr);
  EXPECT_EQ(named_link(host, 0, 0), nullptr);
}

}  // namespace
}  // namespace netioconf::oracle::inline model
