#include "oracle/model/address.h"

#include <gtest/gtest.h>

namespace netioconf::oracle::inline model {
namespace {

TEST(Addresses, AreClassifiedByTheirRanges) {
  EXPECT_EQ(classify(ipv4(0, 0, 0, 0)), AddressClass::unspecified);
  EXPECT_EQ(classify(ipv4(0, 0, 0, 1)), AddressClass::this_network);
  EXPECT_EQ(classify(ipv4(127, 0, 0, 1)), AddressClass::loopback);
  EXPECT_EQ(classify(ipv4(169, 254, 1, 1)), AddressClass::link_local);
  EXPECT_EQ(classify(ipv4(169, 253, 1, 1)), AddressClass::ordinary);
  EXPECT_EQ(classify(ipv4(223, 255, 255, 255)), AddressClass::ordinary);
  EXPECT_EQ(classify(ipv4(224, 0, 0, 0)), AddressClass::multicast);
  EXPECT_EQ(classify(ipv4(240, 0, 0, 0)), AddressClass::reserved);
  EXPECT_EQ(classify(ipv4(255, 255, 255, 255)), AddressClass::broadcast);
}

TEST(Addresses, OfIpv6AreClassifiedByTheirRanges) {
  EXPECT_EQ(classify(ipv6(0, 0)), AddressClass::unspecified);
  EXPECT_EQ(classify(ipv6(0, 1)), AddressClass::loopback);
  EXPECT_EQ(classify(ipv6(0, 0x0000ffff0a000001)), AddressClass::mapped);
  EXPECT_EQ(classify(ipv6(0xff02000000000000, 1)), AddressClass::multicast);
  EXPECT_EQ(classify(ipv6(0xfe80000000000000, 1)), AddressClass::link_local);
  EXPECT_EQ(classify(ipv6(0xfec0000000000000, 1)), AddressClass::ordinary);
  EXPECT_EQ(classify(ipv6(0xfd80000000000000, 1)), AddressClass::ordinary);
  EXPECT_EQ(classify(ipv6(0x20010db800000000, 1)), AddressClass::ordinary);
}

TEST(Masking, ClearsTheBitsAfterTheLength) {
  EXPECT_EQ(masked(ipv4(10, 1, 2, 3), 8), ipv4(10, 0, 0, 0));
  EXPECT_EQ(masked(ipv4(10, 1, 2, 3), 31), ipv4(10, 1, 2, 2));
  EXPECT_EQ(masked(ipv4(10, 1, 2, 3), 32), ipv4(10, 1, 2, 3));
  EXPECT_EQ(masked(ipv4(10, 1, 2, 3), 33), ipv4(10, 1, 2, 3));
  EXPECT_EQ(masked(ipv6(0x20010db8ffffffff, 1), 32), ipv6(0x20010db800000000, 0));
}

TEST(Masking, LeavesAnUnknownFamilyAlone) {
  const SocketAddress address{.family = 7, .bytes = {1, 2, 3}};
  EXPECT_EQ(masked(address, 0), address);
  EXPECT_EQ(ip_bytes(address), IpBytes{});
}

TEST(Prefixes, AreOfAClassIfAllTheirAddressesAre) {
  EXPECT_EQ(classify(ipv4(224, 0, 0, 0), 4), (PrefixClass{AddressClass::multicast, false}));
  EXPECT_EQ(classify(ipv4(224, 0, 0, 0), 3), (PrefixClass{AddressClass::multicast, true}));
  EXPECT_EQ(classify(ipv4(255, 255, 255, 255), 32), (PrefixClass{AddressClass::broadcast, false}));
  EXPECT_EQ(classify(ipv4(255, 255, 255, 255), 4), (PrefixClass{AddressClass::reserved, false}));
  EXPECT_EQ(classify(ipv4(255, 255, 255, 255), 3), (PrefixClass{AddressClass::reserved, true}));
  EXPECT_EQ(classify(ipv4(0, 0, 0, 0), 32), (PrefixClass{AddressClass::unspecified, false}));
  EXPECT_EQ(classify(ipv4(0, 0, 0, 0), 8), (PrefixClass{AddressClass::this_network, false}));
  EXPECT_EQ(classify(ipv4(0, 0, 0, 0), 7), (PrefixClass{AddressClass::unspecified, true}));
  EXPECT_EQ(classify(ipv6(0, 0), 8), (PrefixClass{AddressClass::unspecified, true}));
  EXPECT_EQ(classify(ipv6(0xff00000000000000, 0), 8), (PrefixClass{AddressClass::multicast, false}));
  EXPECT_EQ(classify(ipv4(10, 0, 0, 0), 1), (PrefixClass{AddressClass::ordinary, false}));
}

}  // namespace
}  // namespace netioconf::oracle::inline model
