#include "conformance/emulator/machine/host_changes.h"

#include <gtest/gtest.h>

#include <array>

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

IP_ADDRESS_PREFIX ipv6_subnet(const std::array<std::uint8_t, 16>& bytes, UCHAR length_bits) {
  return subnet(socket_address_of({ipv6, bytes}), length_bits);
}

TEST(Addresses, AreThoseOfHosts) {
  const IP_ADDRESS_PREFIX refused[] = {
      subnet(ip4(0, 0, 0, 0), 0),
      subnet(ip4(0, 0, 0, 1), 8),
      subnet(ip4(0, 255, 255, 255), 32),
      subnet(ip4(224, 0, 0, 1), 32),
      subnet(ip4(239, 255, 255, 255), 8),
      subnet(ip4(240, 0, 0, 1), 8),
      subnet(ip4(255, 255, 255, 255), 32),
      subnet(ip4(192, 0, 2, 0), 24),
      subnet(ip4(192, 0, 2, 255), 24),
      subnet(ip4(192, 0, 2, 4), 30),
      subnet(ip4(192, 0, 2, 7), 30),
      subnet(ip4(192, 0, 2, 10), 33),
      subnet(ip4(127, 0, 0, 1), 8),
      ipv6_subnet({}, 128),
      ipv6_subnet({}, 0),
      ipv6_subnet({0xff, 0x02}, 64),
      ipv6_subnet({0xff, 0xff, 1}, 128),
      subnet(ip6(1), 129),
      ipv6_subnet({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1}, 96),
      ipv6_subnet({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128),
  };
  for (const IP_ADDRESS_PREFIX& address : refused) {
    netioconf_host host = a_host();
    EXPECT_FALSE(add_address(host, first_luid, address)) << testing::PrintToString(address);
    EXPECT_TRUE(same_bytes(host, a_host()));
  }
  const IP_ADDRESS_PREFIX accepted[] = {
      subnet(ip4(1, 0, 0, 0), 31),
      subnet(ip4(192, 0, 2, 255), 31),
      subnet(ip4(192, 0, 2, 0), 32),
      subnet(ip4(223, 255, 255, 254), 24),
      subnet(ip4(192, 0, 2, 5), 30),
      subnet(ip4(192, 0, 2, 0), 22),
      subnet(ip4(192, 0, 2, 10), 0),
      ipv6_subnet({0xfe, 0xff, 0xff}, 128),
      ipv6_subnet({0xfe, 0x80}, 64),
      subnet(ip6(0), 64),
      ipv6_subnet({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe, 192, 0, 2, 1}, 96),
      ipv6_subnet({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}, 0),
  };
  for (const IP_ADDRESS_PREFIX& address : accepted) {
    netioconf_host host = a_host();
    EXPECT_TRUE(add_address(host, first_luid, address)) << testing::PrintToString(address);
  }
}

TEST(Addresses, OfALoopbackLinkMayBeLoopbackAddresses) {
  netioconf_host host = a_host();
  host.links[3].ipv6 = 1;
  const std::uint64_t luid = host.links[3].luid;
  EXPECT_TRUE(add_address(host, luid, subnet(ip4(127, 0, 0, 1), 8)));
  EXPECT_TRUE(add_address(host, luid, subnet(ip4(192, 0, 2, 10), 32)));
  EXPECT_TRUE(
      add_address(host, luid, ipv6_subnet({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128)));
  EXPECT_FALSE(add_address(host, luid, subnet(ip4(127, 255, 255, 255), 8)));
}

}  // namespace
}  // namespace netioconf::conformance::emulator::inline machine
