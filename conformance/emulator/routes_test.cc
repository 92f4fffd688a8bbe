#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// Create, Set, Get, Delete and the table of routes under the common personality.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

class Routes : public testing::Test {
 protected:
  std::uint64_t now_s_ = 1000;
  Emulator emulator_{samples::a_host(), common(), [this] { return now_s_; }};
};

class RefusedRoutes : public Routes {
 protected:
  template <class Spoil>
  std::uint32_t spoiled(Spoil&& spoil) {
    MIB_IPFORWARD_ROW2 row = samples::a_route();
    spoil(row);
    const MIB_IPFORWARD_ROW2 before = row;
    const std::uint32_t status = emulator_.create_route(&row);
    EXPECT_TRUE(samples::same_bytes(before, row));
    if (status != STATUS_SUCCESS) {
      EXPECT_TRUE(samples::routes_of(emulator_).empty());
    }
    return status;
  }
};

TEST_F(Routes, AreThereAfterCreation) {
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  const auto rows = samples::routes_of(emulator_);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].InterfaceLuid.Value, samples::first_luid);
  EXPECT_EQ(rows[0].InterfaceIndex, 1U);
  EXPECT_TRUE(samples::same_bytes(rows[0].DestinationPrefix, row.DestinationPrefix));
  EXPECT_TRUE(samples::same_bytes(rows[0].NextHop, row.NextHop));
  EXPECT_EQ(rows[0].Metric, 5U);
  EXPECT_EQ(rows[0].Protocol, 3U);
}

TEST_F(Routes, AreShownByGetAsInTheTable) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.SitePrefixLength = 8;
  row.Publish = 1;
  row.ValidLifetime = 100;
  row.PreferredLifetime = 50;
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  MIB_IPFORWARD_ROW2 shown = samples::a_route();
  ASSERT_EQ(emulator_.get_route(&shown), STATUS_SUCCESS);
  EXPECT_TRUE(samples::same_bytes(shown, samples::routes_of(emulator_).at(0)));
  EXPECT_EQ(shown.PreferredLifetime, 50U);
  EXPECT_EQ(shown.Publish, 1);
}

TEST_F(Routes, KeepAgeAndOriginToTheStack) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.Age = 77;
  row.Origin = 99;
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  now_s_ += 3;
  ASSERT_EQ(emulator_.get_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Age, 3U);
  EXPECT_EQ(row.Origin, 0U);
}

TEST_F(Routes, GrowYoungWhenTheyAreSet) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  now_s_ += 30;
  row.Metric = 9;
  ASSERT_EQ(emulator_.set_route(&row), STATUS_SUCCESS);
  now_s_ += 2;
  ASSERT_EQ(emulator_.get_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Age, 2U);
  EXPECT_EQ(row.Metric, 9U);
}

TEST_F(Routes, GoWhenTheirLifetimeHasPassed) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.ValidLifetime = row.PreferredLifetime = 60;
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  now_s_ += 60;
  EXPECT_EQ(samples::routes_of(emulator_).size(), 1U);
  now_s_ += 1;
  EXPECT_TRUE(samples::routes_of(emulator_).empty());
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
}

TEST_F(Routes, AreDuplicatesByPrefixAndNextHop) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row.Metric = 6;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_DUPLICATE_OBJECTID);
  EXPECT_EQ(samples::routes_of(emulator_).at(0).Metric, 5U);
  row.NextHop = samples::ip4(192, 0, 2, 2);
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row = samples::a_route();
  row.InterfaceLuid.Value = samples::second_luid;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row = samples::a_route();
  row.DestinationPrefix.PrefixLength = 9;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(samples::routes_of(emulator_).size(), 4U);
}

TEST_F(Routes, AreDuplicatesUnderEitherIdentifier) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row.InterfaceLuid.Value = 0;
  row.InterfaceIndex = 1;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_DUPLICATE_OBJECTID);
}

TEST_F(Routes, IgnorePortsFlowsScopesAndPadding) {
  MIB_IPFORWARD_ROW2 row = samples::an_ipv6_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row.NextHop.Ipv6.sin6_port = 53;
  row.NextHop.Ipv6.sin6_flowinfo = 7;
  row.NextHop.Ipv6.sin6_scope_id = 9;
  row.DestinationPrefix.Prefix.Ipv6.sin6_port = 53;
  std::memset(reinterpret_cast<unsigned char*>(&row) + 73, 0xff, 3);
  EXPECT_EQ(emulator_.create_route(&row), STATUS_DUPLICATE_OBJECTID);
  ASSERT_EQ(emulator_.get_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.NextHop.Ipv6.sin6_scope_id, 0U);
}

TEST_F(Routes, TakeTheLinkOfTheLuid) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.InterfaceIndex = 2;
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(samples::routes_of(emulator_).at(0).InterfaceIndex, 1U);
  row.InterfaceLuid.Value = 42;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_NOT_FOUND);
}

TEST_F(Routes, AreChangedAndDeletedByTheirKeysAlone) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row.NextHop = samples::ip4(192, 0, 2, 2);
  EXPECT_EQ(emulator_.set_route(&row), STATUS_NOT_FOUND);
  EXPECT_EQ(emulator_.get_route(&row), STATUS_NOT_FOUND);
  EXPECT_EQ(emulator_.delete_route(&row), STATUS_NOT_FOUND);
  row = samples::a_route();
  row.Metric = row.Protocol = 0;
  row.PreferredLifetime = 9;
  row.ValidLifetime = 1;
  EXPECT_EQ(emulator_.delete_route(&row), STATUS_SUCCESS);
  EXPECT_TRUE(samples::routes_of(emulator_).empty());
  EXPECT_EQ(emulator_.delete_route(&row), STATUS_NOT_FOUND);
  EXPECT_EQ(emulator_.create_route(&row), STATUS_INVALID_PARAMETER);
}

TEST_F(Routes, AreListedByFamily) {
  const MIB_IPFORWARD_ROW2 four = samples::a_route();
  const MIB_IPFORWARD_ROW2 six = samples::an_ipv6_route();
  EXPECT_TRUE(samples::routes_of(emulator_).empty());
  ASSERT_EQ(emulator_.create_route(&four), STATUS_SUCCESS);
  ASSERT_EQ(emulator_.create_route(&six), STATUS_SUCCESS);
  EXPECT_EQ(samples::routes_of(emulator_, ipv4).size(), 1U);
  EXPECT_EQ(samples::routes_of(emulator_, ipv6).size(), 1U);
  EXPECT_EQ(samples::routes_of(emulator_).size(), 2U);
  MIB_IPFORWARD_TABLE2* table = nullptr;
  EXPECT_EQ(emulator_.route_table(17, &table), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(emulator_.route_table(ipv4, nullptr), STATUS_INVALID_PARAMETER);
}

TEST_F(Routes, StayInTablesThatWereHandedOut) {
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  MIB_IPFORWARD_TABLE2* table = nullptr;
  ASSERT_EQ(emulator_.route_table(ipv4, &table), STATUS_SUCCESS);
  ASSERT_EQ(emulator_.delete_route(&row), STATUS_SUCCESS);
  EXPECT_EQ(table->NumEntries, 1U);
  EXPECT_EQ(table->Table[0].Metric, 5U);
  emulator_.free_table(table);
  emulator_.free_table(nullptr);
}

TEST_F(RefusedRoutes, HaveArgumentsThatThePagesForbid) {
  using Row = MIB_IPFORWARD_ROW2;
  EXPECT_EQ(emulator_.create_route(nullptr), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.DestinationPrefix.Prefix.si_family = 0; }),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.DestinationPrefix.Prefix.si_family = 17; }),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.DestinationPrefix.PrefixLength = 33; }),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.NextHop.si_family = 0; }), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.NextHop = samples::ip6(1); }), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.InterfaceLuid.Value = 0; }), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.DestinationPrefix.Prefix = samples::ip4(10, 0, 0, 1); }),
            STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.ValidLifetime = 0xfffffffe; }), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(spoiled([](Row& row) { row.SitePrefixLength = 9; }), STATUS_INVALID_PARAMETER);
}

TEST_F(RefusedRoutes, AreForLinksThatCannotHaveThem) {
  using Row = MIB_IPFORWARD_ROW2;
  EXPECT_EQ(spoiled([](Row& row) { row.InterfaceLuid.Value = 0x0047000003000000; }),
            STATUS_NOT_SUPPORTED);
  MIB_IPFORWARD_ROW2 row = samples::an_ipv6_route();
  row.InterfaceLuid.Value = 0x0018000004000000;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_NOT_FOUND);
  Emulator four_only(samples::without_ipv6());
  row = samples::an_ipv6_route();
  EXPECT_EQ(four_only.create_route(&row), STATUS_NOT_SUPPORTED);
}

TEST_F(RefusedRoutes, AreNotThoseAtTheBoundary) {
  MIB_IPFORWARD_ROW2 row = samples::a_route();
  row.DestinationPrefix.PrefixLength = 32;
  row.SitePrefixLength = 32;
  row.ValidLifetime = row.PreferredLifetime = 1;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row = samples::an_ipv6_route();
  row.DestinationPrefix.PrefixLength = 128;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  row = samples::a_route();
  emulator_.initialize_route(&row);
  row.InterfaceIndex = 1;
  row.DestinationPrefix.Prefix.si_family = row.NextHop.si_family = ipv4;
  EXPECT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
}

TEST_F(Routes, AreInitializedAsThePageSays) {
  MIB_IPFORWARD_ROW2 row;
  std::memset(static_cast<void*>(&row), 0xa5, sizeof(row));
  emulator_.initialize_route(&row);
  emulator_.initialize_route(nullptr);
  EXPECT_EQ(row.ValidLifetime, 0xffffffffU);
  EXPECT_EQ(row.PreferredLifetime, 0xffffffffU);
  EXPECT_TRUE(row.Loopback && row.AutoconfigureAddress && row.Publish && row.Immortal);
  EXPECT_GT(row.SitePrefixLength, 128);
  EXPECT_EQ(row.Metric, 0xffffffffU);
  EXPECT_EQ(row.Age + row.Origin + row.InterfaceIndex + row.DestinationPrefix.PrefixLength, 0U);
  EXPECT_EQ(row.NextHop.si_family, 0);
}

TEST_F(Routes, MayBeMisaligned) {
  std::array<unsigned char, sizeof(MIB_IPFORWARD_ROW2) + 1> bytes{};
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  std::memcpy(bytes.data() + 1, static_cast<const void*>(&row), sizeof(row));
  auto* misaligned = reinterpret_cast<MIB_IPFORWARD_ROW2*>(bytes.data() + 1);
  EXPECT_EQ(emulator_.create_route(misaligned), STATUS_SUCCESS);
  EXPECT_EQ(emulator_.get_route(misaligned), STATUS_SUCCESS);
}

TEST_F(Routes, AreForgottenByAReset) {
  const MIB_IPFORWARD_ROW2 row = samples::a_route();
  ASSERT_EQ(emulator_.create_route(&row), STATUS_SUCCESS);
  netioconf_host host = samples::without_ipv6();
  ASSERT_EQ(emulator_.reset(host), 0);
  EXPECT_TRUE(samples::routes_of(emulator_).empty());
  netioconf_host described{};
  described.size = sizeof(described);
  ASSERT_EQ(emulator_.describe(&described), 0);
  EXPECT_EQ(described.ipv6, 0);
  host.link_count = 17;
  EXPECT_NE(emulator_.reset(host), 0);
  EXPECT_NE(emulator_.describe(nullptr), 0);
}

}  // namespace
}  // namespace netioconf::conformance::emulator
