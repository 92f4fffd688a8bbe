#include "corpora/codec/many.h"

#include <gtest/gtest.h>

#include "corpora/codec/codec.h"
#include "oracle/model/samples.h"

namespace netioconf::corpora::codec {
namespace {

using oracle::ipv4;
using oracle::ipv6;

oracle::Prefix nth_destination(const oracle::Prefix& first, std::uint32_t number) {
  oracle::RouteCall call{.row = oracle::RouteRow{.destination = first}};
  return std::get<oracle::RouteCall>(nth_of_many(call, number)).row->destination;
}

oracle::SocketAddress nth_address(const oracle::SocketAddress& first, std::uint32_t number) {
  oracle::AnycastCall call{.row = oracle::AnycastRow{.address = first}};
  return std::get<oracle::AnycastCall>(nth_of_many(call, number)).row->address;
}

TEST(NthOfMany, IsTheFirstForZero) {
  EXPECT_EQ(nth_destination({ipv4(10, 0, 0, 0), 24}, 0), (oracle::Prefix{ipv4(10, 0, 0, 0), 24}));
}

TEST(NthOfMany, HasAPrefixOfTheSameLength) {
  EXPECT_EQ(nth_destination({ipv4(10, 0, 255, 0), 24}, 1), (oracle::Prefix{ipv4(10, 1, 0, 0), 24}));
  EXPECT_EQ(nth_destination({ipv4(10, 0, 0, 0), 15}, 3), (oracle::Prefix{ipv4(10, 6, 0, 0), 15}));
  EXPECT_EQ(nth_destination({ipv4(10, 0, 0, 255), 32}, 257), (oracle::Prefix{ipv4(10, 0, 2, 0), 32}));
  EXPECT_EQ(nth_destination({ipv6(0x20010db800000000, 0), 48}, 0x10000),
            (oracle::Prefix{ipv6(0x20010db900000000, 0), 48}));
}

TEST(NthOfMany, BeginsAgainAfterTheLastOne) {
  EXPECT_EQ(nth_destination({ipv4(255, 0, 0, 0), 8}, 1), (oracle::Prefix{ipv4(0, 0, 0, 0), 8}));
  EXPECT_EQ(nth_destination({ipv4(0, 0, 0, 0), 0}, 5), (oracle::Prefix{ipv4(0, 0, 0, 0), 0}));
  EXPECT_EQ(nth_address(ipv4(255, 255, 255, 255), 1), ipv4(0, 0, 0, 0));
}

TEST(NthOfMany, HasTheNextAddress) {
  EXPECT_EQ(nth_address(ipv4(192, 0, 2, 1), 300), ipv4(192, 0, 3, 45));
  EXPECT_EQ(nth_address(ipv6(0x20010db800000000, ~0ULL), 1), ipv6(0x20010db800000001, 0));
}

TEST(Decode, RepeatsAnOperation) {
  proto::Script message;
  proto::Operation& many = *message.add_operations();
  many.mutable_create_route()->mutable_row();
  many.set_times(300);
  EXPECT_EQ(decode(message).operations.size(), 300U);
  many.set_times(~0U);
  EXPECT_EQ(decode(message).operations.size(), std::size_t{operation_count_max});
  many.set_times(0);
  EXPECT_TRUE(decode(message).operations.empty());
}

TEST(Encode, WritesARunOfEightAsOneOperation) {
  oracle::Script script{.host = oracle::plain_host()};
  const oracle::RouteCall first{.row = oracle::RouteRow{.destination = {ipv4(10, 0, 0, 0), 24}}};
  for (std::uint32_t number = 0; number < 7; ++number)
    script.operations.push_back(nth_of_many(first, number));
  EXPECT_EQ(encode(script).operations_size(), 7);
  script.operations.push_back(nth_of_many(first, 7));
  script.operations.emplace_back(oracle::TableCall{});
  const proto::Script message = encode(script);
  ASSERT_EQ(message.operations_size(), 2);
  EXPECT_EQ(message.operations(0).times(), 8U);
  EXPECT_EQ(decode(message), script);
}

}  // namespace
}  // namespace netioconf::corpora::codec
