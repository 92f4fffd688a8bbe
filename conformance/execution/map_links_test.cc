#include "conformance/execution/map_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::conformance::execution {
namespace {

using oracle::Host;
using oracle::Link;
using oracle::Script;
using testing::HasSubstr;

const Link script_link{.luid = oracle::first_luid, .index = 1};
const Link host_link{.luid = 70, .index = 7, .ipv4_metric = 5};

Script script_with(std::vector<Link> links, oracle::Operation operation = oracle::RouteCall{}) {
  return {.name = "test",
          .host = {.ipv4 = true, .ipv6 = true, .links = std::move(links)},
          .operations = {std::move(operation)}};
}

Host host_with(std::vector<Link> links) {
  return {.ipv4 = true, .ipv6 = true, .links = std::move(links)};
}

oracle::RouteRow route_on(std::uint64_t luid, std::uint32_t index) {
  oracle::RouteRow row;
  row.luid = luid;
  row.index = index;
  return row;
}

oracle::RouteRow mapped_route(const oracle::RouteRow& row, const Host& host) {
  const auto result = map_links(script_with({script_link}, oracle::RouteCall{.row = row}), host);
  return std::get<oracle::RouteCall>(result.value().operations[0]).row.value();
}

TEST(MapLinks, ChangesNothingWhereTheHostIsTheOneAskedFor) {
  const Script script = script_with({script_link, host_link}, oracle::RouteCall{.row = route_on(70, 1)});
  EXPECT_EQ(map_links(script, script.host), script);
  Host turned = host_with({host_link, script_link});
  EXPECT_EQ(map_links(script, turned).value().operations, script.operations);
}

TEST(MapLinks, RenamesTheLinksOfRows) {
  EXPECT_EQ(mapped_route(route_on(script_link.luid, 1), host_with({host_link})), route_on(70, 7));
  EXPECT_EQ(mapped_route(route_on(0, 1), host_with({host_link})), route_on(0, 7));
  EXPECT_EQ(mapped_route(route_on(script_link.luid, 0), host_with({host_link})), route_on(70, 0));
  EXPECT_EQ(mapped_route(route_on(999, 99), host_with({host_link})), route_on(999, 99));
}

TEST(MapLinks, RenamesTheLinksOfEveryOtherCall) {
  const auto renamed = [](const oracle::Operation& operation) {
    return map_links(script_with({script_link}, operation), host_with({host_link}))
        .value()
        .operations[0];
  };
  EXPECT_EQ(
      renamed(oracle::AnycastCall{.row = oracle::AnycastRow{.luid = script_link.luid, .index = 1}}),
      oracle::Operation{(oracle::AnycastCall{.row = oracle::AnycastRow{.luid = 70, .index = 7}})});
  EXPECT_EQ(renamed(oracle::LinkCall{.row = oracle::LinkRow{.luid = script_link.luid, .index = 1}}),
            oracle::Operation{(oracle::LinkCall{.row = oracle::LinkRow{.luid = 70, .index = 7}})});
  EXPECT_EQ(renamed(oracle::BestRouteCall{.luid = script_link.luid, .index = 1}),
            oracle::Operation{(oracle::BestRouteCall{.luid = 70, .index = 7})});
  EXPECT_EQ(renamed(oracle::BestRouteCall{}), oracle::Operation{oracle::BestRouteCall{}});
}

TEST(MapLinks, KeepsTheHostThatThereIs) {
  const Host host = host_with({host_link, {.luid = 80, .index = 8}});
  EXPECT_EQ(map_links(script_with({script_link}), host).value().host, host);
}

TEST(MapLinks, GivesEachLinkOneOfItsOwn) {
  const Link other{.luid = oracle::second_luid, .index = 2};
  EXPECT_THAT(map_links(script_with({script_link, other}), host_with({host_link})).error(),
              HasSubstr("links that this host does not have"));
  const auto result = map_links(
      script_with({script_link, other}, oracle::RouteCall{.row = route_on(script_link.luid, 2)}),
      host_with({host_link, {.luid = 80, .index = 8}}));
  EXPECT_EQ(std::get<oracle::RouteCall>(result.value().operations[0]).row, route_on(70, 8));
}

TEST(MapLinks, GivesOnlyLinksOfTheSameAbilities) {
  for (bool Link::* ability : {&Link::ipv4, &Link::ipv6, &Link::routes, &Link::loopback,
                               &Link::connected, &Link::ignores_default_routes}) {
    Link different = host_link;
    different.*ability = !(different.*ability);
    EXPECT_FALSE(map_links(script_with({script_link}), host_with({different})).has_value());
    EXPECT_TRUE(map_links(script_with({script_link}), host_with({different, script_link})).has_value());
  }
}

const oracle::Prefix address_7{oracle::ipv4(198, 51, 100, 7), 24};
const oracle::Prefix address_8{oracle::ipv4(198, 51, 100, 8), 24};

TEST(MapLinks, GivesTheAddressesAskedFor) {
  Link asked = script_link;
  asked.addresses = {address_7, address_8};
  Link there = host_link;
  EXPECT_EQ(map_links(script_with({asked}), host_with({there})).error(),
            "the script asks for links that this host does not have: link IPv4 IPv6 address "
            "198.51.100.7/24 address 198.51.100.8/24; it has: link IPv4 IPv6");
  there.addresses = {address_8, address_7};
  EXPECT_TRUE(map_links(script_with({asked}), host_with({there}))) << "in any order";
  EXPECT_TRUE(map_links(script_with({script_link}), host_with({there}))) << "none asked for: any";
  asked.addresses.pop_back();
  EXPECT_FALSE(map_links(script_with({asked}), host_with({there})));
}

TEST(MapLinks, GivesThePathMtuTimeoutAskedFor) {
  Link asked = script_link;
  asked.path_mtu_timeout_ms = 600'000;
  Link there = host_link;
  there.path_mtu_timeout_ms = 5;
  EXPECT_THAT(map_links(script_with({asked}), host_with({there})).error(),
              HasSubstr("path MTU timeout 600000 ms; it has: link IPv4 IPv6 path MTU timeout 5 ms"));
  EXPECT_TRUE(map_links(script_with({script_link}), host_with({there}))) << "none asked for: any";
  there.path_mtu_timeout_ms = 600'000;
  EXPECT_TRUE(map_links(script_with({asked}), host_with({there})));
}

// The first link would also do for the undemanding one.
TEST(MapLinks, KeepsALinkForWhoNeedsIt) {
  Link with_address = host_link;
  with_address.addresses = {address_7};
  const Link without{.luid = 80, .index = 8};
  Link demanding{.luid = oracle::second_luid, .index = 2};
  demanding.addresses = {address_7};
  const auto result =
      map_links(script_with({script_link, demanding},
                            oracle::RouteCall{.row = route_on(script_link.luid, demanding.index)}),
                host_with({with_address, without}));
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(std::get<oracle::RouteCall>(result->operations[0]).row, route_on(80, 7));
}

TEST(MapLinks, AsksOnlyMachinesWithTheSameStacks) {
  Host host = host_with({host_link});
  host.ipv6 = false;
  EXPECT_THAT(map_links(script_with({script_link}), host).error(), HasSubstr("this one has IPv4 only"));
}

TEST(MapLinks, DoesNotLetAnUnknownNameBecomeAKnownOne) {
  const auto by_luid = map_links(script_with({script_link}, oracle::RouteCall{.row = route_on(70, 1)}),
                                 host_with({host_link}));
  EXPECT_THAT(by_luid.error(), HasSubstr("LUID 0x46 names no link in the script"));
  const auto by_index = map_links(script_with({script_link}, oracle::BestRouteCall{.index = 8}),
                                  host_with({host_link, {.luid = 80, .index = 8}}));
  EXPECT_THAT(by_index.error(), HasSubstr("index 0x8 names no link in the script"));
}

}  // namespace
}  // namespace netioconf::conformance::execution
