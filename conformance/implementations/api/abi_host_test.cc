#include "conformance/implementations/api/abi_host.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::inline api {
namespace {

using testing::HasSubstr;

TEST(AbiHost, KeepsEveryMember) {
  oracle::Host host{.ipv4 = false, .ipv6 = true, .links = {}};
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
