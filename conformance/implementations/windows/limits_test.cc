#include "conformance/implementations/windows/limits.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "conformance/abi/netioapi.h"

namespace netioconf::conformance::implementations::windows {
namespace {

constexpr std::uint64_t ours = 0x0006000001000000;
constexpr std::uint64_t theirs = 0x0006000002000000;

limits a_machine() {
  limits machine{};
  machine.count = 2;
  machine.links[0] = {ours, 4, 1};
  machine.links[1] = {theirs, 5, 0};
  return machine;
}

struct Where {
  std::uint64_t luid = ours;
  std::uint32_t index = 0;
};

SOCKADDR_INET ipv4(const std::array<std::uint8_t, 4>& bytes) {
  SOCKADDR_INET address{};
  address.Ipv4.sin_family = NETIOCONF_AF_INET;
  std::memcpy(&address.Ipv4.sin_addr, bytes.data(), bytes.size());
  return address;
}

SOCKADDR_INET ipv6(std::uint8_t first, std::uint8_t fourth) {
  SOCKADDR_INET address{};
  address.Ipv6.sin6_family = NETIOCONF_AF_INET6;
  address.Ipv6.sin6_addr.u.Byte[0] = first;
  address.Ipv6.sin6_addr.u.Byte[1] = 1;
  address.Ipv6.sin6_addr.u.Byte[2] = 0x0d;
  address.Ipv6.sin6_addr.u.Byte[3] = fourth;
  return address;
}

netioconf_call on_route(std::uint16_t number, const SOCKADDR_INET& prefix, std::uint8_t length,
                        Where where = {}) {
  MIB_IPFORWARD_ROW2 row{};
  row.InterfaceLuid.Value = where.luid;
  row.InterfaceIndex = where.index;
  row.DestinationPrefix = {prefix, length};
  netioconf_call call{};
  call.call = number;
  std::memcpy(call.body.route, &row, sizeof row);
  return call;
}

netioconf_call creation(const SOCKADDR_INET& prefix, std::uint8_t length, Where where = {}) {
  return on_route(netioconf_call_create_route, prefix, length, where);
}

netioconf_call of_anycast(std::uint16_t number, const SOCKADDR_INET& address, Where where = {}) {
  MIB_ANYCASTIPADDRESS_ROW row{};
  row.Address = address;
  row.InterfaceLuid.Value = where.luid;
  row.InterfaceIndex = where.index;
  netioconf_call call{};
  call.call = number;
  std::memcpy(call.body.anycast, &row, sizeof row);
  return call;
}

bool allows(const limits& machine, const netioconf_call& call) {
  return why_forbidden(&machine, &call) == nullptr;
}

TEST(TheLimitsOfATestee, LetThePrefixesForTestsThrough) {
  const limits machine = a_machine();
  EXPECT_TRUE(allows(machine, creation(ipv4({192, 0, 2, 0}), 24)));
  EXPECT_TRUE(allows(machine, creation(ipv4({198, 51, 100, 255}), 32)));
  EXPECT_TRUE(allows(machine, creation(ipv4({203, 0, 113, 128}), 25)));
  EXPECT_TRUE(allows(machine, creation(ipv4({198, 18, 0, 0}), 15)));
  EXPECT_TRUE(allows(machine, creation(ipv4({198, 19, 255, 255}), 15)));
  EXPECT_TRUE(allows(machine, creation(ipv6(0x20, 0xb8), 32)));
  EXPECT_TRUE(allows(machine, of_anycast(netioconf_call_create_anycast, ipv6(0x20, 0xb8))));
}

TEST(TheLimitsOfATestee, KeepAllOtherPrefixesOut) {
  const limits machine = a_machine();
  EXPECT_FALSE(allows(machine, creation(ipv4({0, 0, 0, 0}), 0)));
  EXPECT_FALSE(allows(machine, creation(ipv4({192, 0, 3, 0}), 24)));
  EXPECT_FALSE(allows(machine, creation(ipv4({192, 0, 2, 0}), 23))) << "larger than the test prefix";
  EXPECT_FALSE(allows(machine, creation(ipv4({198, 17, 255, 0}), 24)));
  EXPECT_FALSE(allows(machine, creation(ipv4({198, 20, 0, 0}), 24)));
  EXPECT_FALSE(allows(machine, creation(ipv4({198, 18, 0, 0}), 14)));
  EXPECT_FALSE(allows(machine, creation(ipv6(0x20, 0xb9), 48)));
  EXPECT_FALSE(allows(machine, creation(ipv6(0x21, 0xb8), 48)));
  EXPECT_FALSE(allows(machine, creation(ipv6(0x20, 0xb8), 31)));
  SOCKADDR_INET no_family = ipv4({192, 0, 2, 0});
  no_family.si_family = NETIOCONF_AF_UNSPEC;
  EXPECT_FALSE(allows(machine, creation(no_family, 24)));
  EXPECT_FALSE(allows(machine, of_anycast(netioconf_call_create_anycast, ipv4({192, 0, 3, 1}))));
}

TEST(TheLimitsOfATestee, HoldForEachCallThatChangesTables) {
  const limits machine = a_machine();
  for (const std::uint16_t call :
       {netioconf_call_create_route, netioconf_call_set_route, netioconf_call_delete_route}) {
    EXPECT_FALSE(allows(machine, on_route(call, ipv4({10, 0, 0, 0}), 8))) << call;
  }
  for (const std::uint16_t call : {netioconf_call_create_anycast, netioconf_call_delete_anycast}) {
    EXPECT_FALSE(allows(machine, of_anycast(call, ipv4({10, 0, 0, 1})))) << call;
  }
  for (const std::uint16_t call : {netioconf_call_initialize_route, netioconf_call_get_route}) {
    EXPECT_TRUE(allows(machine, on_route(call, ipv4({10, 0, 0, 0}), 8, {theirs, 5}))) << call;
  }
}

TEST(TheLimitsOfATestee, KeepToTheLinkThatWasNamed) {
  const limits machine = a_machine();
  const auto on = [&](Where where) {
    return allows(machine, creation(ipv4({192, 0, 2, 0}), 24, where)) &&
           allows(machine, of_anycast(netioconf_call_delete_anycast, ipv4({192, 0, 2, 9}), where));
  };
  EXPECT_TRUE(on({ours, 0}));
  EXPECT_TRUE(on({0, 4}));
  EXPECT_FALSE(on({theirs, 0}));
  EXPECT_FALSE(on({0, 5}));
  EXPECT_FALSE(on({ours, 5})) << "the library might use the index";
  EXPECT_FALSE(on({theirs, 4}));
  EXPECT_TRUE(on({0x0006000099000000, 99})) << "no link can be changed";
  EXPECT_TRUE(on({0, 0}));
}

TEST(TheLimitsOfATestee, LetNothingBeChangedWhenNoLinkWasNamed) {
  limits machine = a_machine();
  machine.links[0].named = 0;
  netioconf_call call = creation(ipv4({192, 0, 2, 0}), 24);
  EXPECT_STREQ(why_forbidden(&machine, &call), "no link that may be changed was named (--link)");
  call.flags = netioconf_null_row;
  EXPECT_FALSE(allows(machine, call));
  EXPECT_TRUE(allows(machine, on_route(netioconf_call_get_route, ipv4({192, 0, 2, 0}), 24)));
}

TEST(TheLimitsOfATestee, LetARowThatIsNullThrough) {
  netioconf_call call = creation(ipv4({10, 0, 0, 0}), 8, {theirs, 5});
  call.flags = netioconf_null_row;
  EXPECT_TRUE(allows(a_machine(), call));
}

TEST(TheLimitsOfATestee, AreLiftedWhereNothingIsReal) {
  limits nothing_real{};
  nothing_real.lifted = 1;
  EXPECT_TRUE(allows(nothing_real, creation(ipv4({0, 0, 0, 0}), 0, {theirs, 5})));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::windows
