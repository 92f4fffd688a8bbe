#include "conformance/emulator/machine/host_changes.h"

#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

namespace netioconf::conformance::emulator::inline machine {
namespace {

using namespace samples;

constexpr netioconf_link third = {0x0006000005000000, 5, 1, 1, 1, 0, 25, 25};

TEST(Links, AreAddedOnceAndRemoved) {
  netioconf_host host = a_host();
  ASSERT_TRUE(add_link(host, third));
  EXPECT_EQ(host.link_count, 5);
  EXPECT_FALSE(add_link(host, third));
  netioconf_link same_index = third;
  same_index.luid = 9;
  EXPECT_FALSE(add_link(host, same_index));
  EXPECT_FALSE(add_link(host, netioconf_link{}));
  ASSERT_TRUE(remove_link(host, third.luid));
  EXPECT_FALSE(remove_link(host, third.luid));
  EXPECT_FALSE(remove_link(host, 0));
  EXPECT_EQ(without_gaps(host).link_count, 4);
}

TEST(Links, KeepTheirPlaces) {
  netioconf_host host = with_addresses();
  ASSERT_TRUE(remove_link(host, first_luid));
  EXPECT_EQ(host.links[1].luid, second_luid);
  const netioconf_host compact = without_gaps(host);
  EXPECT_EQ(compact.link_count, 3);
  EXPECT_EQ(compact.links[0].luid, second_luid);
  EXPECT_EQ(compact.details[0].address_count, 1);
  EXPECT_EQ(compact.links[3].luid, 0U);
  ASSERT_TRUE(add_link(host, third));
  EXPECT_EQ(host.links[0].luid, third.luid);
  EXPECT_EQ(host.details[0].address_count, 0);
}

TEST(Links, AreAtMostSixteen) {
  netioconf_host host = a_host();
  netioconf_link link = third;
  for (; host.link_count < 16; ++link.index) {
    link.luid += 0x1000000;
    ASSERT_TRUE(add_link(host, link));
  }
  link.luid += 0x1000000;
  EXPECT_FALSE(add_link(host, link));
}

TEST(Links, AreConnectedAndDisconnected) {
  netioconf_host host = a_host();
  EXPECT_FALSE(connect_link(host, second_luid));
  ASSERT_TRUE(disconnect_link(host, second_luid));
  EXPECT_EQ(host.details[1].disconnected, 1);
  EXPECT_FALSE(disconnect_link(host, second_luid));
  EXPECT_TRUE(connect_link(host, second_luid));
  EXPECT_FALSE(disconnect_link(host, 9));
}

TEST(Addresses, AreAddedOnceAndRemoved) {
  netioconf_host host = a_host();
  const IP_ADDRESS_PREFIX address = subnet(ip4(192, 0, 2, 10), 24);
  const IP_ADDRESS_PREFIX other = subnet(ip4(192, 0, 2, 11), 24);
  ASSERT_TRUE(add_address(host, first_luid, address));
  EXPECT_FALSE(add_address(host, first_luid, address));
  ASSERT_TRUE(add_address(host, first_luid, other));
  ASSERT_TRUE(remove_address(host, first_luid, address_of(address.Prefix)));
  EXPECT_FALSE(remove_address(host, first_luid, address_of(address.Prefix)));
  EXPECT_TRUE(same_bytes(host.details[0].addresses[0], other));
  EXPECT_EQ(host.details[0].address_count, 1);
}

TEST(Addresses, AreOfTheLinksFamiliesAndAtMostFour) {
  netioconf_host host = a_host();
  EXPECT_FALSE(add_address(host, 9, subnet(ip4(192, 0, 2, 10), 24)));
  EXPECT_FALSE(add_address(host, first_luid, subnet(ip4(192, 0, 2, 10), 33)));
  EXPECT_FALSE(add_address(host, first_luid, IP_ADDRESS_PREFIX{}));
  EXPECT_FALSE(add_address(host, 0x0018000004000000, subnet(ip6(1), 64)));
  for (std::uint8_t number = 0; number < 4; ++number) {
    ASSERT_TRUE(add_address(host, first_luid, subnet(ip6(number), 64)));
  }
  EXPECT_FALSE(add_address(host, first_luid, subnet(ip6(9), 64)));
}

}  // namespace
}  // namespace netioconf::conformance::emulator::inline machine
