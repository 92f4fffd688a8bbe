#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// The anycast calls and GetIpInterfaceEntry under the common personality.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

class Anycasts : public testing::Test {
 protected:
  std::uint32_t created(const SOCKADDR_INET& address) {
    MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
    row.Address = address;
    return emulator_.create_anycast(&row);
  }

  Emulator emulator_{samples::a_host()};
};

TEST_F(Anycasts, AreThereUntilTheyAreDeleted) {
  MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
  EXPECT_EQ(emulator_.get_anycast(&row), STATUS_NOT_FOUND);
  EXPECT_EQ(emulator_.delete_anycast(&row), STATUS_NOT_FOUND);
  ASSERT_EQ(emulator_.create_anycast(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.InterfaceIndex, 0U);
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_DUPLICATE_OBJECTID);
  EXPECT_EQ(samples::anycasts_of(emulator_).size(), 1U);
  ASSERT_EQ(emulator_.get_anycast(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.InterfaceIndex, 1U);
  EXPECT_TRUE(samples::same_bytes(row, samples::anycasts_of(emulator_).at(0)));
  ASSERT_EQ(emulator_.delete_anycast(&row), STATUS_SUCCESS);
  EXPECT_TRUE(samples::anycasts_of(emulator_).empty());
}

TEST_F(Anycasts, AreDuplicatesOnTheirLinkOnly) {
  MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
  ASSERT_EQ(emulator_.create_anycast(&row), STATUS_SUCCESS);
  row.InterfaceLuid.Value = samples::second_luid;
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_SUCCESS);
  row.InterfaceLuid.Value = 0;
  row.InterfaceIndex = 2;
  row.Address.Ipv4.sin_port = 7;
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_DUPLICATE_OBJECTID);
}

TEST_F(Anycasts, GetTheirScopeFromTheLink) {
  MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
  row.Address = samples::ip6(9);
  row.ScopeId.Value = 0xffffffff;
  ASSERT_EQ(emulator_.create_anycast(&row), STATUS_SUCCESS);
  ASSERT_EQ(emulator_.get_anycast(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.ScopeId.Value, 1U);
}

TEST_F(Anycasts, AreUnicastAddressesOfAKnownFamily) {
  EXPECT_EQ(emulator_.create_anycast(nullptr), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(SOCKADDR_INET{}), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(samples::ip4(0, 0, 0, 0)), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(socket_address_of({ipv6, {}})), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(samples::ip4(224, 0, 0, 1)), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(samples::ip4(239, 255, 255, 255)), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(socket_address_of({ipv6, {0xff, 0x02, 1}})), STATUS_INVALID_PARAMETER);
  EXPECT_EQ(created(socket_address_of({17, {10, 1, 1, 1}})), STATUS_INVALID_PARAMETER);
  EXPECT_TRUE(samples::anycasts_of(emulator_).empty());
  EXPECT_EQ(created(samples::ip4(223, 255, 255, 255)), STATUS_SUCCESS);
  EXPECT_EQ(created(samples::ip4(127, 0, 0, 1)), STATUS_SUCCESS);
  EXPECT_EQ(created(samples::ip4(255, 255, 255, 255)), STATUS_SUCCESS);
  EXPECT_EQ(created(socket_address_of({ipv6, {0xfe, 0x80, 1}})), STATUS_SUCCESS);
}

TEST_F(Anycasts, NeedALinkOfTheirFamily) {
  MIB_ANYCASTIPADDRESS_ROW row = samples::an_anycast();
  row.InterfaceLuid.Value = 0;
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_INVALID_PARAMETER);
  row.InterfaceIndex = 99;
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_NOT_FOUND);
  row.InterfaceIndex = 4;
  row.Address = samples::ip6(1);
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_NOT_FOUND);
  Emulator four_only(samples::without_ipv6());
  EXPECT_EQ(four_only.create_anycast(&row), STATUS_NOT_SUPPORTED);
  row.InterfaceIndex = 3;
  EXPECT_EQ(emulator_.create_anycast(&row), STATUS_SUCCESS);
}

TEST_F(Anycasts, AreListedByFamily) {
  MIB_ANYCASTIPADDRESS_TABLE* table = nullptr;
  EXPECT_EQ(emulator_.anycast_table(ipv4, &table), STATUS_NOT_FOUND);
  ASSERT_EQ(created(samples::ip4(10, 0, 0, 1)), STATUS_SUCCESS);
  ASSERT_EQ(created(samples::ip6(1)), STATUS_SUCCESS);
  EXPECT_EQ(samples::anycasts_of(emulator_, ipv4).size(), 1U);
  EXPECT_EQ(samples::anycasts_of(emulator_, ipv6).size(), 1U);
  EXPECT_EQ(samples::anycasts_of(emulator_).size(), 2U);
  EXPECT_EQ(emulator_.anycast_table(1, &table), STATUS_INVALID_PARAMETER);
}

TEST(Links, ShowTheirMetricOfTheFamily) {
  Emulator emulator(samples::a_host());
  MIB_IPINTERFACE_ROW row{};
  row.InterfaceLuid.Value = samples::first_luid;
  row.InterfaceIndex = 2;
  row.Family = ipv6;
  ASSERT_EQ(emulator.get_link(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Metric, 50U);
  EXPECT_EQ(row.InterfaceIndex, 1U);
  row.Family = ipv4;
  ASSERT_EQ(emulator.get_link(&row), STATUS_SUCCESS);
  EXPECT_EQ(row.Metric, 10U);
  row.Family = unspecified;
  EXPECT_EQ(emulator.get_link(&row), STATUS_INVALID_PARAMETER);
  row = {};
  row.Family = ipv6;
  EXPECT_EQ(emulator.get_link(&row), STATUS_INVALID_PARAMETER);
  row.InterfaceIndex = 4;
  EXPECT_EQ(emulator.get_link(&row), STATUS_NOT_FOUND);
  EXPECT_EQ(emulator.get_link(nullptr), STATUS_INVALID_PARAMETER);
}

}  // namespace
}  // namespace netioconf::conformance::emulator
