#include <gtest/gtest.h>

#include <array>

#include "oracle/testing/judging.h"

// Steps about which no document says anything.
namespace netioconf::oracle::engine {
namespace {

const AnycastRow address = an_anycast();
const RouteRow wide = via(to(a_route(), ipv6(0x2001000000000000, 0), 16), ipv6(0, 0));

RouteRow to_the_address(std::uint8_t length = 128) { return to(wide, address.address, length); }

// A host with the anycast address, unless it is removed before.
Verdict verdict_with_address(const Step& step) {
  return last_verdict({created(wide), created(address), step});
}

TEST(ARouteThatMayComeWithAnAnycastAddress, MayBeReachedByEveryCall) {
  const RouteRow row = to_the_address();
  const Operation search = best_route_to(address.address);
  for (const Step& step : {read(row), removed(row), was_set(row), refused(row, number::already_exists),
                           found_best(search, row)}) {
    EXPECT_EQ(verdict_with_address(step), Verdict::undecided);
    EXPECT_EQ(last_verdict({created(wide), step}), Verdict::deviates) << "without the address";
  }
}

TEST(ARouteThatMayComeWithAnAnycastAddress, HasItsWholeLengthAndExcusesNothingElse) {
  EXPECT_EQ(verdict_with_address(read(to_the_address(127))), Verdict::deviates);
  EXPECT_EQ(verdict_with_address(refused(to_the_address(), number::not_found)), Verdict::deviates);
  EXPECT_EQ(verdict_with_address(answered(best_route_to(address.address), number::not_supported)),
            Verdict::deviates);
  const RouteRow own = to_the_address();
  EXPECT_EQ(last_verdict({created(address), created(own), read(own, with(own, &RouteRow::index, 9))}),
            Verdict::deviates)
      << "the script created it";
  RouteRow spoiled = to_the_address();
  spoiled.valid_lifetime_s = 1;
  spoiled.preferred_lifetime_s = 2;
  EXPECT_EQ(verdict_with_address(created(spoiled)), Verdict::deviates);
}

Host host_in(std::uint8_t length, std::uint8_t own = 1) {
  Link link = a_link();
  link.addresses = {{.address = ipv4(192, 0, 2, own), .length = length}};
  return a_host_with(link);
}

TEST(TheBroadcastAddressOfASubnet, MayBeRefused) {
  const SocketAddress broadcast = ipv4(192, 0, 2, 255);
  const RouteRow route = a_route();
  AnycastRow anycast = address;
  anycast.address = broadcast;
  for (const Operation& operation :
       {create(anycast), create(via(route, broadcast)), create(to(route, broadcast, 32))}) {
    const Step step = answered(operation, number::invalid_parameter);
    EXPECT_EQ(last_verdict({step}, host_in(24)), Verdict::undecided);
    EXPECT_EQ(last_verdict({step}, host_in(31, 254)), Verdict::deviates)
        << "it has no broadcast address";
    EXPECT_EQ(last_verdict({step}, host_in(25)), Verdict::deviates) << "another subnet";
  }
  const RouteRow there = to(route, ipv4(192, 0, 2, 0), 24);
  const Step missing = answered(best_route_to(broadcast), number::not_found);
  EXPECT_EQ(last_verdict({created(there), missing}, host_in(24)), Verdict::undecided);
  EXPECT_EQ(last_verdict({created(there), missing}, host_in(25)), Verdict::deviates);
  EXPECT_EQ(last_verdict({answered(create(anycast), number::not_supported)}, host_in(24)),
            Verdict::deviates)
      << "another failure";
  for (const std::uint8_t other : std::array<std::uint8_t, 2>{127, 254}) {
    const Step refused_other = refused(via(route, ipv4(192, 0, 2, other)), number::invalid_parameter);
    EXPECT_EQ(last_verdict({refused_other}, host_in(24)), Verdict::deviates) << int{other};
  }
}

// What is known of Windows is about a next hop of zeros.
TEST(ANextHopOfFamily0WithAnAddress, MayBeRefusedOnWindows) {
  const auto on_windows = [](const RouteRow& row) {
    const Step step = refused(row, number::invalid_parameter);
    return last_finding(trace_of({step}), readings::Profile::windows).verdict;
  };
  RouteRow row = a_route();
  row.next_hop.family = unspecified_family;
  EXPECT_EQ(on_windows(row), Verdict::conforms);
  EXPECT_EQ(on_windows(via(row, {})), Verdict::deviates);
}

}  // namespace
}  // namespace netioconf::oracle::engine
