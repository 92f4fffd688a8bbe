#include "conformance/implementations/api/abi_host.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::inline api {
namespace {

using testing::HasSubstr;

TEST(AbiHost, KeepsEveryMember) {
  oracle::Host host{.ipv4 = false, .ipv6 = true};
  host.links.push_back({.luid = 7,
                        .index = 8,
                        .ipv4 = false,
                        .ipv6 = true,
                        .routes = false,
                        .loopback = true,
                        .ipv4_metric = 9,
                        .ipv6_metric = 10});
  host.links.push_back({.luid = 1, .index = 2});
  EXPECT_EQ(from_abi(to_abi(host).value()), host);
}

oracle::Host host_with(std::vector<oracle::Prefix> addresses) {
  oracle::Host host = oracle::plain_host();
  host.links[0].addresses = std::move(addresses);
  return host;
}

oracle::Prefix address_of(std::uint8_t last) { return {oracle::ipv4(198, 51, 100, last), 24}; }

TEST(AbiHost, KeepsTheDetailsOfEachLink) {
  oracle::Host host = host_with({address_of(7), {oracle::ipv6(0xfe80ULL << 48U, 1), 64}});
  host.links.push_back({.luid = 1,
                        .index = 2,
                        .connected = false,
                        .ignores_default_routes = true,
                        .path_mtu_timeout_ms = 600'000});
  EXPECT_EQ(from_abi(to_abi(host).value()), host);
}

TEST(AbiHost, IsOfTheFirstVersionIfNoLinkHasDetails) {
  EXPECT_EQ(to_abi(oracle::plain_host())->size, NETIOCONF_HOST_SIZE_1);
  EXPECT_EQ(to_abi(host_with({address_of(7)}))->size, sizeof(netioconf_host));
}

TEST(AbiHost, OfTheFirstVersionHasNoDetails) {
  netioconf_host host = to_abi(host_with({address_of(7)})).value();
  host.size = NETIOCONF_HOST_SIZE_1;
  host.details[0].address_count = 99;
  EXPECT_EQ(from_abi(host), oracle::plain_host());
}

TEST(AbiHost, HasRoomForFourAddressesOfALink) {
  oracle::Host host =
      host_with({address_of(1), address_of(2), address_of(3), {oracle::ipv6(0, 1), 128}});
  EXPECT_EQ(from_abi(to_abi(host).value()), host);
  host.links[0].addresses.push_back(address_of(5));
  EXPECT_EQ(to_abi(host).error(), "a link of the script's host has 5 addresses, the limit is 4");
}

TEST(AbiHost, HasOnlyAddressesThatALinkCanHave) {
  for (const oracle::Prefix& impossible :
       {oracle::Prefix{oracle::ipv4(224, 0, 0, 1), 24}, oracle::Prefix{oracle::ipv4(0, 0, 0, 0), 24},
        oracle::Prefix{oracle::ipv4(198, 51, 100, 7), 33}, oracle::Prefix{},
        oracle::Prefix{oracle::ipv4(198, 51, 100, 7), 24, {1}}}) {
    const netioconf_host host = to_abi(host_with({address_of(7), impossible})).value();
    EXPECT_EQ(from_abi(host).error(),
              "netioconf_describe lists an address of the link with index 1 that no link can have "
              "(addresses[1])");
  }
  netioconf_host many = to_abi(host_with({address_of(7)})).value();
  many.details[0].address_count = 5;
  EXPECT_EQ(from_abi(many).error(), "netioconf_describe lists 5 addresses of a link, the limit is 4");
}

TEST(AbiHost, HasRoomForSixteenLinks) {
  oracle::Host host;
  for (std::uint32_t number = 1; number <= 16; ++number) {
    host.links.push_back({.luid = number, .index = number});
  }
  EXPECT_TRUE(to_abi(host).has_value());
  host.links.push_back({.luid = 17, .index = 17});
  EXPECT_THAT(to_abi(host).error(), HasSubstr("17 links"));
}

TEST(AbiHost, IsNotBelievedWhenItMakesNoSense) {
  const netioconf_host good = to_abi(oracle::plain_host()).value();
  netioconf_host host = good;
  host.size = 0;
  EXPECT_THAT(from_abi(host).error(), HasSubstr("size 0"));
  host = good;
  host.link_count = 17;
  EXPECT_THAT(from_abi(host).error(), HasSubstr("17 links"));
  host = good;
  host.links[0].luid = 0;
  EXPECT_THAT(from_abi(host).error(), HasSubstr("0 names no link"));
  host = good;
  host.link_count = 2;
  host.links[1] = host.links[0];
  EXPECT_THAT(from_abi(host).error(), HasSubstr("listed before"));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::inline api
