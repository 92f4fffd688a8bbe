#include "conformance/emulator/behaviour/personalities.h"

#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// Where the answers of the other personalities differ from those of the common one.
namespace netioconf::conformance::emulator::inline behaviour {
namespace {

using namespace samples;

TEST(Personalities, AreFoundByTheirNames) {
  for (const std::string_view name : personality_names) EXPECT_TRUE(personality(name)) << name;
  EXPECT_FALSE(personality("no-such-personality"));
}

TEST(Literal, TakesASecondNextHopForADuplicate) {
  Emulator emulator(samples::a_host(), literal());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  row.NextHop = samples::ip4(192, 0, 2, 2);
  EXPECT_EQ(emulator.create_route(&row), ERROR_OBJECT_ALREADY_EXISTS);
  EXPECT_EQ(emulator.get_route(&row), STATUS_NOT_FOUND);
  EXPECT_EQ(emulator.delete_route(&row), STATUS_NOT_FOUND);
  row = samples::a_route();
  EXPECT_EQ(emulator.get_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(row.NextHop, samples::a_route().NextHop));
}

TEST(Literal, RefusesWhatItsTablesRefuse) {
  Emulator emulator(samples::a_host(), literal());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.SitePrefixLength = 255;
  EXPECT_EQ(emulator.create_route(&row), STATUS_INVALID_PARAMETER);
  row = samples::a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  row.ValidLifetime = 1;
  EXPECT_EQ(emulator.get_route(&row), STATUS_INVALID_PARAMETER);
  row = samples::a_route();
  row.SitePrefixLength = 9;
  EXPECT_EQ(emulator.get_route(&row), STATUS_INVALID_PARAMETER);
  const SOCKADDR_INET wanted = samples::ip4(10, 0, 0, 1);
  SOCKADDR_INET source;
  EXPECT_EQ(emulator.best_route(nullptr, 0, nullptr, &wanted, 0, &row, &source),
            STATUS_INVALID_PARAMETER);
}

TEST(Literal, KeepsWhatThePagesDoNotMention) {
  Emulator emulator(samples::a_host(), literal());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.DestinationPrefix.Prefix = samples::ip4(10, 1, 2, 3);
  row.NextHop = samples::ip6(1);
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(samples::routes_of(emulator).at(0).DestinationPrefix.Prefix,
                                  samples::ip4(10, 1, 2, 3)));
  EXPECT_TRUE(samples::same_bytes(samples::routes_of(emulator).at(0).NextHop, samples::ip6(1)));
  row = samples::an_ipv6_route();
  row.InterfaceLuid.Value = 0x0018000004000000;
  EXPECT_EQ(emulator.create_route(&row), STATUS_NOT_SUPPORTED);
}

TEST(Lenient, MasksHostBits) {
  Emulator emulator(samples::a_host(), lenient());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.DestinationPrefix.Prefix = samples::ip4(10, 1, 2, 3);
  ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
  EXPECT_TRUE(samples::same_bytes(samples::routes_of(emulator).at(0).DestinationPrefix.Prefix,
                                  samples::ip4(10, 0, 0, 0)));
  ASSERT_EQ(emulator.delete_route(&row), NO_ERROR);
}

TEST(Lenient, ShowsTheCompleteMetric) {
  Emulator emulator(samples::a_host(), lenient());
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
  EXPECT_EQ(samples::routes_of(emulator).at(0).Metric, 15U);
}

TEST(Lenient, RefusesIllegalValuesOfSet) {
  Emulator emulator(samples::a_host(), lenient());
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  EXPECT_EQ(emulator.set_route(&row), ERROR_INVALID_PARAMETER);
  ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
  row.ValidLifetime = 1;
  EXPECT_EQ(emulator.set_route(&row), ERROR_INVALID_PARAMETER);
}

TEST(Lenient, KeepsImmortalRoutes) {
  std::uint64_t now_s = 0;
  Emulator emulator(samples::a_host(), lenient(), [&now_s] { return now_s; });
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.ValidLifetime = row.PreferredLifetime = 1;
  row.Immortal = 1;
  ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
  now_s = 100;
  EXPECT_EQ(samples::routes_of(emulator).size(), 1U);
}

TEST(Lenient, TellsOfEveryRouteAtFirst) {
  Emulator emulator(samples::a_host(), lenient());
  const MIB_IPFORWARD_ROW2 four = samples::a_route();
  const MIB_IPFORWARD_ROW2 six = samples::an_ipv6_route();
  ASSERT_EQ(emulator.create_route(&four), NO_ERROR);
  ASSERT_EQ(emulator.create_route(&six), NO_ERROR);
  std::vector<std::uint16_t> heard;
  const auto hear = [](PVOID context, PMIB_IPFORWARD_ROW2 row, MIB_NOTIFICATION_TYPE type) {
    ASSERT_EQ(type, MibInitialNotification);
    static_cast<std::vector<std::uint16_t>*>(context)->push_back(row->NextHop.si_family);
  };
  HANDLE handle = nullptr;
  ASSERT_EQ(emulator.notify_route_change(ipv6, hear, &heard, 1, &handle), NO_ERROR);
  EXPECT_EQ(heard, std::vector<std::uint16_t>{ipv6});
  heard.clear();
  ASSERT_EQ(emulator.notify_route_change(unspecified, hear, &heard, 0, &handle), NO_ERROR);
  EXPECT_TRUE(heard.empty());
  ASSERT_EQ(emulator.notify_route_change(unspecified, hear, &heard, 1, &handle), NO_ERROR);
  EXPECT_EQ(heard, (std::vector<std::uint16_t>{ipv4, ipv6}));
}

TEST(AnycastClasses, AreReadDifferently) {
  const auto status = [](const Behaviour& behaviour, const SOCKADDR_INET& address) {
    Emulator emulator(samples::a_host(), behaviour);
    MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
    row.Address = address;
    return emulator.create_anycast(&row) == STATUS_SUCCESS;
  };
  const SOCKADDR_INET mapped =
      socket_address_of({ipv6, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 1, 1, 1}});
  EXPECT_TRUE(status(literal(), samples::ip4(127, 0, 0, 1)));
  EXPECT_FALSE(status(literal(), samples::ip4(240, 0, 0, 1)));
  EXPECT_FALSE(status(literal(), samples::ip4(255, 255, 255, 255)));
  EXPECT_TRUE(status(literal(), mapped));
  EXPECT_FALSE(status(lenient(), samples::ip4(127, 0, 0, 1)));
  EXPECT_TRUE(status(lenient(), samples::ip4(240, 0, 0, 1)));
  EXPECT_FALSE(status(lenient(), mapped));
  EXPECT_TRUE(status(common(), mapped));
}

}  // namespace
}  // namespace netioconf::conformance::emulator::inline behaviour
