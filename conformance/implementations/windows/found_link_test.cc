#include "conformance/implementations/windows/found_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "oracle/model/host.h"
#include "oracle/words/describe.h"

namespace netioconf::conformance::implementations::windows {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

void add(found_link& link, const oracle::SocketAddress& address, std::uint8_t length = 24) {
  add_address(&link, &address, sizeof address, length);
}

// Each address is one that netioconf accepts.
std::vector<std::string> addresses_of(const found_link& link) {
  std::vector<std::string> texts;
  for (std::uint32_t number = 0; number < link.address_count; ++number) {
    const found_address& found = link.addresses[number];
    oracle::Prefix address{.address = std::bit_cast<oracle::SocketAddress>(found.address),
                           .length = found.length};
    EXPECT_TRUE(oracle::is_link_address(address)) << oracle::words::describe(address);
    texts.push_back(oracle::words::describe(address));
  }
  return texts;
}

constexpr std::uint64_t link_local = 0xfe80000000000000;

TEST(AFoundLink, HasLinkLocalAddressesLast) {
  found_link link{};
  add(link, oracle::ipv6(link_local, 1), 64);
  add(link, oracle::ipv4(169, 254, 0, 1), 16);
  add(link, oracle::ipv4(198, 18, 0, 1));
  add(link, oracle::ipv6(0x20010db800000000, 1), 64);
  EXPECT_THAT(addresses_of(link),
              ElementsAre("198.18.0.1/24", "2001:db8::1/64", "fe80::1/64", "169.254.0.1/16"));
}

TEST(AFoundLink, HasFourAddressesAtMost) {
  found_link link{};
  add(link, oracle::ipv6(link_local, 1), 64);
  for (std::uint8_t last = 1; last <= 3; ++last) add(link, oracle::ipv4(198, 18, 0, last));
  add(link, oracle::ipv6(link_local, 2), 64);
  EXPECT_THAT(addresses_of(link),
              ElementsAre("198.18.0.1/24", "198.18.0.2/24", "198.18.0.3/24", "fe80::1/64"));
  add(link, oracle::ipv4(198, 18, 0, 4));
  add(link, oracle::ipv4(198, 18, 0, 5));
  EXPECT_THAT(addresses_of(link),
              ElementsAre("198.18.0.1/24", "198.18.0.2/24", "198.18.0.3/24", "198.18.0.4/24"));
}

TEST(AFoundLink, HasNothingButTheAddress) {
  found_link link{};
  oracle::SocketAddress address = oracle::ipv6(link_local, 1);
  address.bytes[1] = 80;   // port
  address.bytes[22] = 12;  // scope id
  add(link, address, 255);
  EXPECT_THAT(addresses_of(link), ElementsAre("fe80::1/128"));
}

TEST(AFoundLink, HasUnicastAddressesOnly) {
  found_link link{};
  for (const oracle::SocketAddress& address :
       {oracle::SocketAddress{}, oracle::ipv4(0, 0, 0, 0), oracle::ipv4(0, 1, 2, 3),
        oracle::ipv4(224, 0, 0, 1), oracle::ipv4(255, 255, 255, 255), oracle::ipv6(0, 0),
        oracle::ipv6(0, 0xffff00000000 | 1), oracle::ipv6(0xff02ULL << 48U, 1)}) {
    add(link, address);
  }
  const oracle::SocketAddress whole = oracle::ipv6(link_local, 1);
  add_address(&link, &whole, 23, 64);
  EXPECT_THAT(addresses_of(link), IsEmpty());
  add_address(&link, &whole, 24, 64);
  EXPECT_THAT(addresses_of(link), ElementsAre("fe80::1/64"));
}

TEST(AFoundLink, HasAPathMtuTimeoutIfItsStacksAgree) {
  found_link link{};
  add_stack(&link, 0, 1, 1, 600'000);
  EXPECT_EQ(link.path_mtu_timeout_ms, 600'000U);
  add_stack(&link, 1, 1, 1, 600'000);
  EXPECT_EQ(link.path_mtu_timeout_ms, 600'000U);
  add_stack(&link, 2, 1, 1, 5);
  EXPECT_EQ(link.path_mtu_timeout_ms, 0U);
  EXPECT_EQ(link.stacks_differ, 0);
}

found_link with_stacks(std::uint8_t disconnected, std::initializer_list<std::pair<int, int>> stacks) {
  found_link link{};
  link.disconnected = disconnected;
  int before = 0;
  for (const auto& [connected, ignores] : stacks) {
    add_stack(&link, before++, static_cast<std::uint8_t>(connected), static_cast<std::uint8_t>(ignores),
              0);
  }
  return link;
}

TEST(AFoundLink, IsConnectedIfOneOfItsStacksIs) {
  EXPECT_EQ(with_stacks(1, {{1, 0}, {1, 0}}).disconnected, 0);
  EXPECT_EQ(with_stacks(1, {{0, 0}, {0, 0}}).disconnected, 1);
  EXPECT_EQ(with_stacks(0, {{0, 0}, {0, 0}}).disconnected, 0);
  EXPECT_EQ(with_stacks(1, {}).disconnected, 1);
}

TEST(AFoundLink, SaysWhetherItsStacksDiffer) {
  EXPECT_EQ(with_stacks(0, {{1, 0}, {1, 0}}).stacks_differ, 0);
  EXPECT_EQ(with_stacks(0, {{1, 1}, {1, 2}}).stacks_differ, 0);
  EXPECT_EQ(with_stacks(0, {{1, 1}, {1, 2}}).ignores_default_routes, 1);
  EXPECT_EQ(with_stacks(0, {{1, 0}, {1, 1}}).stacks_differ, 1);
  EXPECT_EQ(with_stacks(0, {{0, 0}, {1, 0}}).stacks_differ, 1);
  EXPECT_EQ(with_stacks(0, {{1, 0}}).stacks_differ, 0);
}

}  // namespace
}  // namespace netioconf::conformance::implementations::windows
