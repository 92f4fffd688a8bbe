#include <gtest/gtest.h>

// RapidCheck's bridge needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include <string>

#include "corpora/arbitrary/nouns.h"
#include "corpora/codec/codec_rows.h"
#include "oracle/model/address.h"

namespace netioconf::corpora::codec {
namespace {

oracle::SocketAddress ten_zero_zero_one() {
  return {.family = oracle::ipv4_family, .bytes = {0, 0, 10, 0, 0, 1}};
}

oracle::SocketAddress documentation_address() {
  oracle::SocketAddress address{.family = oracle::ipv6_family};
  address.bytes[6] = 0x20;
  address.bytes[7] = 0x01;
  address.bytes[8] = 0x0d;
  address.bytes[9] = 0xb8;
  address.bytes[21] = 1;
  return address;
}

std::string said(const oracle::SocketAddress& address) { return encode(address).ShortDebugString(); }

TEST(AddressCodec, SaysAnIpv4AddressAsANumber) {
  EXPECT_EQ(said(ten_zero_zero_one()), "ipv4: 167772161");
  EXPECT_EQ(said({.family = oracle::ipv4_family}), "ipv4: 0");
}

TEST(AddressCodec, SaysAnIpv6AddressInTwoHalves) {
  EXPECT_EQ(said(documentation_address()), "ipv6 { high: 2306139568115548160 low: 1 }");
  EXPECT_EQ(said({.family = oracle::ipv6_family}), "ipv6 { }");
}

TEST(AddressCodec, SaysNothingOfAllZeros) {
  EXPECT_EQ(said({}), "");
  EXPECT_EQ(decode(proto::Address()), oracle::SocketAddress{});
}

TEST(AddressCodec, KeepsThePortInNetworkOrder) {
  oracle::SocketAddress address = ten_zero_zero_one();
  address.bytes[1] = 80;
  EXPECT_EQ(said(address), "ipv4: 167772161 port: 80");
}

TEST(AddressCodec, ReadsTheFlowInfoInNetworkOrderAndTheScopeIdInLittleEndian) {
  oracle::SocketAddress address = documentation_address();
  address.bytes[5] = 7;
  address.bytes[22] = 9;
  EXPECT_EQ(said(address), "ipv6 { high: 2306139568115548160 low: 1 } flow_info: 7 scope_id: 9");
}

TEST(AddressCodec, SaysAFalseFamilyBesideTheAddress) {
  oracle::SocketAddress address = ten_zero_zero_one();
  address.family = 7;
  EXPECT_EQ(said(address), "ipv4: 167772161 family: 7");
  address = documentation_address();
  address.family = oracle::ipv4_family;
  EXPECT_EQ(said(address), "ipv6 { high: 2306139568115548160 low: 1 } family: 2");
  EXPECT_EQ(said({.family = 0xffff}), "family: 65535");
}

TEST(AddressCodec, WritesOctetsAfterAnIpv4AddressAsRaw) {
  oracle::SocketAddress address = ten_zero_zero_one();
  address.bytes[6] = 1;
  EXPECT_EQ(encode(address).raw(), std::string("\0\0\x0a\0\0\x01\x01", 7));
  EXPECT_EQ(encode(address).family(), oracle::ipv4_family);
}

TEST(AddressCodec, CountsTheLowBitsOfFamilyAndPort) {
  proto::Address message;
  message.set_family(0x12345);
  message.set_port(0x10050);
  EXPECT_EQ(decode(message).family, 0x2345);
  EXPECT_EQ(decode(message).bytes[0], 0);
  EXPECT_EQ(decode(message).bytes[1], 0x50);
}

TEST(AddressCodec, FollowsASetFamilyOfZero) {
  proto::Address message;
  message.set_ipv4(1);
  EXPECT_EQ(decode(message).family, oracle::ipv4_family);
  message.set_family(0);
  EXPECT_EQ(decode(message).family, oracle::unspecified_family);
}

TEST(AddressCodec, TakesRawInsteadOfAllButTheFamily) {
  proto::Address message;
  message.set_ipv4(0x0a000001);
  message.set_port(80);
  message.set_raw("\x01");
  EXPECT_EQ(decode(message), (oracle::SocketAddress{.family = oracle::ipv4_family, .bytes = {1}}));
}

TEST(AddressCodec, TakesAtMost26RawOctets) {
  proto::Address message;
  message.set_raw(std::string(26, '\x05'));
  const oracle::SocketAddress full = decode(message);
  EXPECT_EQ(full.bytes[25], 5);
  message.set_raw(std::string(27, '\x05'));
  EXPECT_EQ(decode(message), full);
  message.set_raw(std::string(25, '\x05'));
  EXPECT_EQ(decode(message).bytes[25], 0);
}

TEST(AddressCodec, IgnoresFlowInfoAndScopeIdWithoutIpv6) {
  proto::Address message;
  message.set_ipv4(1);
  message.set_flow_info(1);
  message.set_scope_id(1);
  EXPECT_EQ(said(decode(message)), "ipv4: 1");
}

RC_GTEST_PROP(AddressCodec, GivesEveryAddressBack, ()) {
  const oracle::SocketAddress address = *arbitrary::arbitrary_address();
  RC_ASSERT(decode(encode(address)) == address);
}

}  // namespace
}  // namespace netioconf::corpora::codec
