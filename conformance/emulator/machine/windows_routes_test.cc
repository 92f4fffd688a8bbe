#include "conformance/emulator/machine/windows_routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

namespace netioconf::conformance::emulator::inline machine {
namespace {

using namespace samples;
using testing::ElementsAre;

std::vector<Destination> destinations(const IP_ADDRESS_PREFIX& address) {
  netioconf_host host = a_host();
  give_address(host.details[1], address);
  std::vector<Destination> found;
  for (const MIB_IPFORWARD_ROW2& row : windows_routes(host)) {
    EXPECT_EQ(row.InterfaceIndex, 2U);
    found.push_back({address_of(row.DestinationPrefix.Prefix), row.DestinationPrefix.PrefixLength});
  }
  return found;
}

Destination to4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d, std::uint8_t length) {
  return {address_of(ip4(a, b, c, d)), length};
}

TEST(WindowsRoutes, AreThoseOfAnIpv4Address) {
  EXPECT_THAT(destinations(subnet(ip4(192, 0, 2, 70), 26)),
              ElementsAre(to4(192, 0, 2, 64, 26), to4(192, 0, 2, 70, 32), to4(192, 0, 2, 127, 32),
                          to4(224, 0, 0, 0, 4), to4(255, 255, 255, 255, 32)));
}

TEST(WindowsRoutes, AreOneForASubnetOfOneAddress) {
  EXPECT_THAT(destinations(subnet(ip4(192, 0, 2, 70), 32)),
              ElementsAre(to4(192, 0, 2, 70, 32), to4(224, 0, 0, 0, 4), to4(255, 255, 255, 255, 32)));
}

TEST(WindowsRoutes, AreThoseOfAnIpv6Address) {
  EXPECT_THAT(destinations(subnet(ip6(7), 64)),
              ElementsAre(Destination{address_of(ip6(0)), 64}, Destination{address_of(ip6(7)), 128},
                          Destination{{ipv6, {0xff}}, 8}));
}

TEST(WindowsRoutes, AreMadeByTheStack) {
  const std::vector<MIB_IPFORWARD_ROW2> rows = windows_routes(with_addresses());
  ASSERT_FALSE(rows.empty());
  for (const MIB_IPFORWARD_ROW2& row : rows) {
    EXPECT_EQ(row.Protocol, protocol_local);
    EXPECT_EQ(row.Origin, well_known);
    EXPECT_EQ(row.Metric, 256U);
    EXPECT_EQ(row.ValidLifetime, 0xffffffffU);
    EXPECT_EQ(row.NextHop.si_family, row.DestinationPrefix.Prefix.si_family);
    EXPECT_TRUE(is_zero(address_of(row.NextHop)));
    EXPECT_EQ(row.Loopback != 0, row.InterfaceIndex == 4);
  }
}

// Two addresses of a subnet share its route.
TEST(WindowsRoutes, OccurOnce) {
  netioconf_host host = a_host();
  give_address(host.details[0], subnet(ip4(192, 0, 2, 1), 24));
  const std::size_t of_one = windows_routes(host).size();
  give_address(host.details[0], subnet(ip4(192, 0, 2, 2), 24));
  EXPECT_EQ(windows_routes(host).size(), of_one + 1);
}

}  // namespace
}  // namespace netioconf::conformance::emulator::inline machine
