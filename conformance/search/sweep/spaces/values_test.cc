#include "conformance/search/sweep/spaces/values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "conformance/search/sweep/spaces/arguments.h"
#include "conformance/search/sweep/spaces/hosts.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using oracle::AddressClass;
using oracle::SocketAddress;
using testing::IsSupersetOf;

TEST(PrefixLengths, LieOnBothSidesOfEachFamilysEnd) {
  EXPECT_THAT(prefix_lengths(), IsSupersetOf<std::uint8_t>({0, 1, 31, 32, 33, 127, 128, 129, 254, 255}));
}

TEST(PrefixLengths, LieNextToThePlainOnes) {
  for (const std::uint16_t family : ip_families) {
    const int plain = places(family).length;
    for (const int variant : {plain - 1, plain + 1}) {
      EXPECT_THAT(prefix_lengths(), testing::Contains(static_cast<std::uint8_t>(variant)));
    }
  }
}

TEST(SitePrefixLengths, LieOnBothSidesOfEachPrefixLengthThatIsLegal) {
  for (const std::uint8_t plain :
       {places(oracle::ipv4_family).length, places(oracle::ipv6_family).length, std::uint8_t{32},
        std::uint8_t{128}}) {
    const auto below = static_cast<std::uint8_t>(plain - 1);
    const auto above = static_cast<std::uint8_t>(plain + 1);
    EXPECT_THAT(site_prefix_lengths(), IsSupersetOf<std::uint8_t>({0, below, plain, above, 254, 255}));
  }
}

TEST(Lifetimes, LieNextToOneAnotherAndToEachSentinel) {
  EXPECT_THAT(lifetimes_s(),
              IsSupersetOf<std::uint32_t>({0, 1, 3599, 3600, 3601, 65535, 65536, 0x7fffffff, 0x80000000,
                                           0xfffffffe, 0xffffffff}));
}

TEST(Metrics, HoldTheSentinelAndBothSidesOfEachWidth) {
  EXPECT_THAT(metrics(), IsSupersetOf<std::uint32_t>({0, 1, 255, 256, 65535, 65536, 0x7fffffff,
                                                      0x80000000, 0xfffffffe, 0xffffffff}));
}

TEST(Families, HoldTheKnownOnesTheirNeighboursAndThoseThatEndLikeThem) {
  EXPECT_THAT(families(), IsSupersetOf<std::uint16_t>({0, 2, 23, 1, 3, 22, 24, 0x0102, 0x0117, 0xffff}));
}

TEST(Origins, GoBeyondTheLastOneThatIsNamed) {
  EXPECT_THAT(origins(), IsSupersetOf<std::uint32_t>({0, 4, 5, 0xffffffff}));
}

class Addresses : public testing::TestWithParam<std::uint16_t> {};

// The address as a number of 16 octets, plus one.
oracle::IpBytes successor(oracle::IpBytes bytes, std::size_t size) {
  for (std::size_t position = size; position-- > 0;) {
    if (++bytes[position] != 0) break;
  }
  return bytes;
}

TEST_P(Addresses, AreOfEveryClass) {
  std::set<AddressClass> wanted = {AddressClass::loopback, AddressClass::multicast,
                                   AddressClass::unspecified, AddressClass::link_local,
                                   AddressClass::ordinary};
  if (GetParam() == oracle::ipv4_family) {
    wanted.insert({AddressClass::this_network, AddressClass::reserved, AddressClass::broadcast});
  } else {
    wanted.insert(AddressClass::mapped);
  }
  std::set<AddressClass> classes;
  for (const SocketAddress& address : addresses_of_every_class(GetParam())) {
    classes.insert(oracle::classify(address));
  }
  EXPECT_EQ(classes, wanted);
}

TEST_P(Addresses, LieOnBothSidesWhereAClassEnds) {
  std::vector<SocketAddress> sorted = addresses_of_every_class(GetParam());
  std::sort(sorted.begin(), sorted.end(), [](const SocketAddress& a, const SocketAddress& b) {
    return oracle::ip_bytes(a) < oracle::ip_bytes(b);
  });
  const std::size_t size = oracle::address_bits(GetParam()) / 8;
  for (std::size_t position = 1; position < sorted.size(); ++position) {
    const SocketAddress& before = sorted[position - 1];
    if (oracle::classify(before) == oracle::classify(sorted[position])) continue;
    EXPECT_EQ(successor(oracle::ip_bytes(before), size), oracle::ip_bytes(sorted[position])) << position;
  }
}

TEST_P(Addresses, AreStrayInEveryMemberButFamilyAndAddress) {
  const SocketAddress plain = places(GetParam()).network;
  std::set<std::size_t> touched;
  for (const SocketAddress& address : with_stray_bytes(plain)) {
    EXPECT_EQ(address.family, plain.family);
    EXPECT_EQ(oracle::ip_bytes(address), oracle::ip_bytes(plain));
    for (std::size_t position = 0; position < plain.bytes.size(); ++position) {
      if (address.bytes[position] != plain.bytes[position]) touched.insert(position);
    }
  }
  EXPECT_EQ(touched.size(), 6U);
}

INSTANTIATE_TEST_SUITE_P(Sweep, Addresses, testing::ValuesIn(ip_families));

template <class Argument>
void expect_distinct_values(const ParameterSpace<Argument>& parameters) {
  for (const ParameterMember<Argument>& member : parameters.members) {
    EXPECT_FALSE(member.values.empty()) << member.name;
    for (std::size_t one = 0; one < member.values.size(); ++one) {
      EXPECT_FALSE(member.values[one] == parameters.plain) << member.name;
      for (std::size_t other = 0; other < one; ++other) {
        EXPECT_FALSE(member.values[one] == member.values[other]) << member.name;
      }
    }
  }
}

TEST(Shapes, HoldEachValueOnce) {
  for (const SmallHost& small : small_hosts()) {
    SCOPED_TRACE(small.name);
    for (const std::uint16_t family : ip_families) {
      expect_distinct_values(*route_parameters(small.host, family));
      expect_distinct_values(*anycast_parameters(small.host, family));
      expect_distinct_values(*best_route_parameters(small.host, family));
      expect_distinct_values(*link_parameters(small.host, family));
    }
  }
}

TEST(Shapes, VaryEveryMemberOfARoute) {
  EXPECT_EQ(route_parameters(oracle::plain_host(), oracle::ipv4_family)->members.size(), 17U)
      << "MIB_IPFORWARD_ROW2 has 16 members, of which the link takes two, the prefix two, and two "
         "paddings";
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep::spaces
