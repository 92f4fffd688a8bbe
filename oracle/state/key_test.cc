#include "oracle/state/key.h"

#include <gtest/gtest.h>

#include "oracle/model/samples.h"

namespace netioconf::oracle::state {
namespace {

SocketAddress with_byte(SocketAddress address, std::size_t byte) {
  address.bytes[byte] = 1;
  return address;
}

// The questions and the result of comparing the address if each question about stray bytes has this
// answer.
ComparedAddress compared_if(readings::StrayBytes answer, const SocketAddress& address) {
  readings::OpenReadings answers = readings::OpenReadings::all();
  const std::size_t subjects = readings::find_reading("stray-bytes")->subjects.size();
  for (std::size_t subject = 0; subject < subjects; ++subject) {
    answers.restrict_to(readings::instance_of<readings::stray_bytes>(subject),
                        static_cast<std::uint8_t>(1U << static_cast<unsigned>(answer)));
  }
  readings::ChoiceEnumerator choices{answers};
  return compared(choices, address, readings::KeyMember::next_hop, 0);
}

TEST(AnAddress, HasStrayBytesWhereTheIpAddressIsNot) {
  const SocketAddress v4 = ipv4(10, 0, 0, 1);
  for (const std::size_t byte : {0U, 1U, 6U, 13U, 14U, 25U})
    EXPECT_EQ(bare(with_byte(v4, byte)), v4) << byte;
  for (const std::size_t byte : {2U, 5U}) EXPECT_NE(bare(with_byte(ipv4(0, 0, 0, 0), byte)), v4) << byte;
  EXPECT_EQ(bare(with_byte(ipv4(0, 0, 0, 0), 2)), ipv4(1, 0, 0, 0));
  const SocketAddress v6 = ipv6(0x20010db800000000, 2);
  for (const std::size_t byte : {0U, 1U, 2U, 5U, 22U, 25U})
    EXPECT_EQ(bare(with_byte(v6, byte)), v6) << byte;
  for (const std::size_t byte : {8U, 21U}) EXPECT_NE(bare(with_byte(v6, byte)), v6) << byte;
}

TEST(StrayBytes, AreIgnoredComparedOrRefused) {
  for (const std::size_t byte : {0U, 2U, 22U}) {
    const SocketAddress address = with_byte(ipv6(0x20010db800000000, 2), byte);
    const ComparedAddress ignored = compared_if(readings::StrayBytes::ignored, address);
    EXPECT_EQ(ignored.address, bare(address));
    EXPECT_FALSE(ignored.refused);
    const ComparedAddress distinguished = compared_if(readings::StrayBytes::distinguished, address);
    EXPECT_EQ(distinguished.address, address);
    EXPECT_FALSE(distinguished.refused);
    const ComparedAddress refused = compared_if(readings::StrayBytes::refused, address);
    EXPECT_EQ(refused.address, bare(address))
        << "the implementation may compare it before it refuses it";
    EXPECT_TRUE(refused.refused);
  }
  EXPECT_TRUE(compared_if(readings::StrayBytes::refused, with_byte(ipv4(10, 0, 0, 1), 25)).refused);
  EXPECT_FALSE(compared_if(readings::StrayBytes::refused, ipv4(10, 0, 0, 1)).refused);
}

TEST(StrayBytes, AreAskedAboutForEachMemberAndKind) {
  readings::ChoiceEnumerator choices{readings::OpenReadings::all()};
  (void)compared(choices, with_port(ipv4(10, 0, 0, 1)), readings::KeyMember::address, 1);
  const readings::OpenReadings all = readings::OpenReadings::all();
  for (readings::ReadingInstance instance = 0; instance < readings::instance_count; ++instance) {
    const bool asked = choices.answers().open(instance) != all.open(instance);
    EXPECT_EQ(asked, instance == readings::instance_of<readings::stray_bytes>(10))
        << readings::name_of_instance(instance).question->id;
  }
}

TEST(APrefix, HasHostBitsAfterItsLength) {
  EXPECT_TRUE(has_host_bits({.address = ipv4(10, 0, 0, 1), .length = 31, .padding = {}}));
  EXPECT_FALSE(has_host_bits({.address = ipv4(10, 0, 0, 1), .length = 32, .padding = {}}));
  EXPECT_FALSE(has_host_bits({.address = unknown_family, .length = 0, .padding = {}}));
}

TEST(AHash, IsThatOfTheWholeKey) {
  const KeyHash hash;
  const DestinationKey to{.luid = 1, .destination = ipv4(10, 0, 0, 0), .length = 8};
  EXPECT_EQ(hash(to), hash(DestinationKey{to}));
  EXPECT_NE(hash(to), hash(with(to, &DestinationKey::luid, 2)));
  EXPECT_NE(hash(to), hash(with(to, &DestinationKey::length, 9)));
  EXPECT_NE(hash(to), hash(with(to, &DestinationKey::destination, ipv4(11, 0, 0, 0))));
  EXPECT_NE(hash(RouteKey{to, ipv4(10, 0, 0, 1)}), hash(RouteKey{to, ipv4(10, 0, 0, 2)}));
  EXPECT_NE(hash(AnycastKey{1, ipv4(10, 0, 0, 1)}), hash(AnycastKey{2, ipv4(10, 0, 0, 1)}));
}

TEST(AHost, HasTheStacksItWasGiven) {
  const Host host = a_host_without(ipv6_family);
  EXPECT_TRUE(machine_has(host, ipv4_family));
  EXPECT_FALSE(machine_has(host, ipv6_family));
  EXPECT_FALSE(machine_has(host, 7));
  EXPECT_TRUE(machine_has(plain_host(), ipv6_family));
  const Link link = with(a_link(), &Link::ipv4, false);
  EXPECT_FALSE(link_has(link, ipv4_family));
  EXPECT_TRUE(link_has(link, ipv6_family));
  EXPECT_FALSE(link_has(link, 7));
  EXPECT_FALSE(link_has(with(a_link(), &Link::ipv6, false), ipv6_family));
}

TEST(ALink, IsNamedByItsLuidAndOnlyThenByItsIndex) {
  const Host host = a_host_with_two_links();
  EXPECT_EQ(named_link(host, second_luid, 1), &host.links[1]);
  EXPECT_EQ(named_link(host, 0, 1), &host.links[0]);
  EXPECT_EQ(named_link(host, first_luid + 1, 1), nullptr);
  EXPECT_EQ(named_link(host, 0, 0), nullptr);
}

}  // namespace
}  // namespace netioconf::oracle::state
