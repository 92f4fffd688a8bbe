#include "conformance/search/sweep/spaces/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/search/sweep/spaces/hosts.h"
#include "conformance/search/sweep/spaces/places.h"
#include "conformance/search/values/values.h"

namespace netioconf::conformance::search::sweep::spaces {
namespace {

using testing::IsSupersetOf;
using values::ip_families;
using values::prefix_lengths;
using values::site_prefix_lengths;

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
