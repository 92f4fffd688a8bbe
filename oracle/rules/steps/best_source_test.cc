#include <gtest/gtest.h>

#include "oracle/rules/steps/best_route_samples.h"

namespace netioconf::oracle::rules::steps {
namespace {

// The rule that the answer breaks after the route was created; empty if it breaks none.
std::string broken_by_answer(const RouteRow& row, const Step& answer, const Host& host) {
  return broken_rule({created(row), answer}, host);
}

Host host_with_address(const SocketAddress& address) {
  Link link = a_link();
  link.addresses = {{.address = address, .length = 8}};
  return a_host_with(link);
}

TEST(TheBestSource, IsAnAddressOfTheHost) {
  const Host host = host_with_address(ipv4(10, 0, 0, 9));
  const auto sent_from = [](const SocketAddress& source,
                            const std::optional<SocketAddress>& asked = {}) {
    Step step = found(wide);
    std::get<BestRouteCall>(step.operation).source = asked;
    step.reply.best_source = source;
    return step;
  };
  EXPECT_EQ(broken_by_answer(wide, sent_from(ipv4(10, 0, 0, 9)), host), "");
  EXPECT_EQ(broken_by_answer(wide, sent_from(with_port(ipv4(10, 0, 0, 9))), host), "");
  EXPECT_EQ(broken_by_answer(wide, sent_from(ipv4(10, 0, 0, 8)), host), "best-route.best-source");
  EXPECT_EQ(broken_by_answer(wide, sent_from(ipv4(0, 0, 0, 0)), host), "best-route.best-source");
  EXPECT_EQ(broken_by_answer(wide, sent_from(ipv4(127, 0, 0, 1)), host), "best-route.best-source");
  EXPECT_EQ(broken_by_answer(wide, sent_from(ipv4(10, 0, 0, 8)),
                             host_with_address(ipv6(0x20010db800000000, 9))),
            "")
      << "the host lists no IPv4 address";
  EXPECT_EQ(broken_by_answer(wide, sent_from(ipv4(10, 0, 0, 8), ipv4(10, 0, 0, 8)), host), "")
      << "the caller chose it";
}

TEST(TheBestSource, MayBeAnAnycastAddressOfTheHost) {
  const AnycastRow anycast = an_anycast();
  const RouteRow row = via(to(a_route(), ipv6(0x20010db800000000, 0), 32), ipv6(0, 0));
  const Host host = host_with_address(ipv6(0x20010db800000000, 9));
  Step step = found_best(best_route_to(ipv6(0x20010db800000001, 7)), row);
  step.reply.best_source = anycast.address;
  EXPECT_EQ(broken_rule({created(anycast), created(row), step}, host), "");
  EXPECT_EQ(broken_rule({created(row), step}, host), "best-route.best-source");
}

TEST(TheBestSource, MayBeAnyOfAHostThatListsAsManyAsItCan) {
  Host host = host_with_address(ipv4(10, 0, 0, 9));
  Step step = found(wide);
  step.reply.best_source = ipv4(10, 0, 0, 1);
  for (std::uint8_t number = 6; number <= 8; ++number) {
    EXPECT_EQ(broken_by_answer(wide, step, host), "best-route.best-source");
    host.links.front().addresses.push_back({.address = ipv4(10, 0, 0, number), .length = 8});
  }
  EXPECT_EQ(broken_by_answer(wide, step, host), "");
}

TEST(TheBestSource, MayBeAnythingOnALinkThatListsNoAddress) {
  Host host = a_host_with_two_links();
  host.links.back().addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  Step step = found(wide);
  step.reply.best_source = ipv4(0, 0, 0, 0);
  EXPECT_EQ(broken_by_answer(wide, step, host), "");
}

TEST(TheBestSource, IsNotKnownOfALinkThatListsOnlyALoopbackAddress) {
  const Host host = host_with_address(ipv4(127, 0, 0, 1));
  Step step = found(wide);
  step.reply.best_source = ipv4(0, 0, 0, 0);
  EXPECT_EQ(broken_by_answer(wide, step, host), "");
  step.reply.best_source = ipv4(127, 0, 0, 1);
  EXPECT_EQ(broken_by_answer(wide, step, host), "best-route.best-source");
  Step to_nowhere = found_best(best_route_to(ipv4(0, 0, 0, 0)), to(wide, ipv4(0, 0, 0, 0), 0));
  to_nowhere.reply.best_source = ipv4(0, 0, 0, 0);
  EXPECT_EQ(broken_by_answer(to(wide, ipv4(0, 0, 0, 0), 0), to_nowhere, host), "");
}

TEST(TheBestSource, OfALoopbackDestinationMayBeLoopback) {
  const RouteRow route = to(wide, ipv4(127, 0, 0, 0), 8);
  Step step = found_best(best_route_to(ipv4(127, 0, 0, 1)), route);
  step.reply.best_source = ipv4(127, 0, 0, 1);
  EXPECT_EQ(broken_by_answer(route, step, host_with_address(ipv4(10, 0, 0, 9))), "");
  step.reply.best_source = ipv4(10, 0, 0, 8);
  EXPECT_EQ(broken_by_answer(route, step, host_with_address(ipv4(10, 0, 0, 9))),
            "best-route.best-source");
}

Host host_with_loopback() {
  Host host = a_host_with_two_links();
  host.links[0].addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  host.links[1].addresses = {{.address = ipv4(127, 0, 0, 1), .length = 8}};
  host.links[1].loopback = true;
  return host;
}

TEST(TheBestSource, IsALoopbackAddressForLoopbackOnly) {
  const RouteRow of_loopback =
      to(via(on(wide, second_luid, 2), ipv4(0, 0, 0, 0)), ipv4(127, 0, 0, 0), 8);
  const auto broken_from = [&](const RouteRow& route, const SocketAddress& destination,
                               const SocketAddress& source) {
    Step step = found_best(best_route_to(destination, 0), route);
    step.reply.best_source = source;
    return broken_by_answer(route, step, host_with_loopback());
  };
  const SocketAddress loopback = ipv4(127, 0, 0, 1);
  EXPECT_EQ(broken_from(wide, target, ipv4(10, 0, 0, 9)), "");
  EXPECT_EQ(broken_from(wide, target, loopback), "best-route.best-source");
  EXPECT_EQ(broken_from(of_loopback, loopback, loopback), "");
  EXPECT_EQ(broken_from(of_loopback, loopback, ipv4(10, 0, 0, 9)), "best-route.best-source");
  EXPECT_EQ(broken_from(via(on(wide, second_luid, 2), ipv4(0, 0, 0, 0)), target, loopback), "")
      << "by the loopback link";
}

// Each link has an address of its own.
Host host_with_two_addresses() {
  Host host = a_host_with_two_links();
  host.links[0].addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  host.links[1].addresses = {{.address = ipv4(10, 0, 0, 5), .length = 8}};
  return host;
}

Step found_with_source(const SocketAddress& source, const RouteRow& row,
                       const SocketAddress& destination = target) {
  Step step = found_best(best_route_to(destination, 0), row);
  step.reply.best_source = source;
  return step;
}

std::string broken_on_windows(const RouteRow& row, const Step& answer, const Host& host) {
  return last_finding(trace_of({created(row), answer}, host), readings::Profile::windows).rule;
}

// MIB_IPINTERFACE_ROW, Remarks: a strong host sends from the addresses of the link only.
TEST(TheBestSource, IsOfTheLinkOfTheBestRouteOnWindows) {
  const Host host = host_with_two_addresses();
  const Step from_other = found_with_source(ipv4(10, 0, 0, 5), wide);
  EXPECT_EQ(broken_on_windows(wide, found_with_source(ipv4(10, 0, 0, 9), wide), host), "");
  EXPECT_EQ(broken_on_windows(wide, from_other, host), "best-route.best-source");
  EXPECT_EQ(broken_by_answer(wide, from_other, host), "") << "the pages allow a weak host";
  const RouteRow multicast = to(wide, ipv4(224, 0, 0, 0), 4);
  const Step to_group = found_with_source(ipv4(10, 0, 0, 5), multicast, ipv4(224, 0, 0, 9));
  EXPECT_EQ(broken_on_windows(multicast, to_group, host), "best-route.best-source");
}

TEST(TheBestSource, MayBeOfAnotherLinkWhereThatOfTheRouteHasNone) {
  const Step from_other = found_with_source(ipv4(10, 0, 0, 5), wide);
  const auto broken_where = [&](void (*change)(Link& of_route)) {
    Host host = host_with_two_addresses();
    change(host.links.front());
    return broken_on_windows(wide, from_other, host);
  };
  EXPECT_EQ(broken_where([](Link&) {}), "best-route.best-source");
  EXPECT_EQ(broken_where([](Link& link) { link.addresses.clear(); }), "");
  EXPECT_EQ(broken_where([](Link& link) { link.loopback = true; }), "");
  EXPECT_EQ(broken_where(
                [](Link& link) { link.addresses = {{.address = ipv4(169, 254, 0, 9), .length = 16}}; }),
            "")
      << "a link-local address does not lead to other addresses";
  EXPECT_EQ(broken_where([](Link& link) {
              link.addresses = {{.address = ipv6(0x20010db800000000, 9), .length = 64}};
            }),
            "");
}

TEST(TheBestSource, OfAnAddressOfTheHostMayBeOfItsLink) {
  const Host host = host_with_two_addresses();
  const SocketAddress own = ipv4(10, 0, 0, 5);
  EXPECT_EQ(broken_on_windows(wide, found_with_source(own, wide, own), host), "");
  const RouteRow loopback = to(wide, ipv4(127, 0, 0, 0), 8);
  EXPECT_EQ(broken_on_windows(loopback, found_with_source(own, loopback, ipv4(127, 0, 0, 1)), host), "");
}

TEST(TheBestSource, OfALinkThatIsNotConnectedMayBeThatOfAnother) {
  Host host = host_with_two_addresses();
  host.links.front().connected = false;
  Step step = found(wide);
  step.reply.best_source = ipv4(10, 0, 0, 5);
  EXPECT_EQ(broken_on_windows(wide, step, host), "");
}

TEST(TheBestSource, OfALoopbackOrLinkLocalDestinationIsOfItsKind) {
  Host host = host_with_loopback();
  const SocketAddress link_local = ipv4(169, 254, 0, 9);
  host.links[0].addresses = {{.address = link_local, .length = 16}};
  const auto broken_from = [&](const SocketAddress& source, const SocketAddress& destination,
                               const RouteRow& row) {
    return broken_rule({created(row), found_with_source(source, row, destination)}, host);
  };
  const RouteRow to_loopback = to(wide, ipv4(127, 0, 0, 0), 8);
  const RouteRow to_link_local = to(wide, ipv4(169, 254, 0, 0), 16);
  const SocketAddress loopback = ipv4(127, 0, 0, 1);
  EXPECT_EQ(broken_from(loopback, loopback, to_loopback), "");
  EXPECT_EQ(broken_from(link_local, loopback, to_loopback), "best-route.best-source");
  EXPECT_EQ(broken_from(link_local, ipv4(169, 254, 1, 1), to_link_local), "");
  EXPECT_EQ(broken_from(loopback, ipv4(169, 254, 1, 1), to_link_local), "best-route.best-source");
}

TEST(TheBestSource, OfALoopbackDestinationByANamedLinkMayBeThatOfTheLink) {
  const RouteRow by_default = to(wide, ipv4(0, 0, 0, 0), 0);
  const auto broken_if_named = [&](std::uint64_t luid) {
    Step step = found_best(best_route_to(ipv4(127, 0, 0, 1), luid), by_default);
    step.reply.best_source = ipv4(10, 0, 0, 9);
    return broken_by_answer(by_default, step, host_with_loopback());
  };
  EXPECT_EQ(broken_if_named(first_luid), "");
  EXPECT_EQ(broken_if_named(0), "best-route.best-source");
}

TEST(TheBestSource, OfALoopbackDestinationIsLoopbackOnlyIfTheHostHasOneOfTheFamily) {
  Host host = host_with_loopback();
  const RouteRow route = to(wide, ipv4(127, 0, 0, 0), 8);
  const Step from_ordinary = found_with_source(ipv4(10, 0, 0, 9), route, ipv4(127, 0, 0, 1));
  EXPECT_EQ(broken_by_answer(route, from_ordinary, host), "best-route.best-source");
  host.links[1].addresses = {{.address = ipv6(0, 1), .length = 128}};
  EXPECT_EQ(broken_by_answer(route, from_ordinary, host), "");
}

TEST(TheBestSource, ByALoopbackLinkIsAnAddressThatTheHostLists) {
  const RouteRow by_loopback = via(on(wide, second_luid, 2), ipv4(0, 0, 0, 0));
  const auto broken_from = [&](const SocketAddress& source) {
    return broken_by_answer(by_loopback, found_with_source(source, by_loopback), host_with_loopback());
  };
  EXPECT_EQ(broken_from(ipv4(10, 0, 0, 9)), "");
  EXPECT_EQ(broken_from(ipv4(10, 0, 0, 8)), "best-route.best-source");
}

// A link-local address of the link leads there.
TEST(TheBestSource, OfALinkLocalDestinationIsOfTheLinkOfTheBestRouteOnWindows) {
  Host host = host_with_two_addresses();
  host.links[0].addresses = {{.address = ipv4(169, 254, 0, 9), .length = 16}};
  host.links[1].addresses = {{.address = ipv4(169, 254, 0, 5), .length = 16}};
  const RouteRow route = to(wide, ipv4(169, 254, 0, 0), 16);
  const auto broken_from = [&](const SocketAddress& source) {
    return broken_on_windows(route, found_with_source(source, route, ipv4(169, 254, 1, 1)), host);
  };
  EXPECT_EQ(broken_from(ipv4(169, 254, 0, 9)), "");
  EXPECT_EQ(broken_from(ipv4(169, 254, 0, 5)), "best-route.best-source");
}

TEST(TheBestSource, MayBeAnyOnALinkThatTheHostDoesNotList) {
  const RouteRow row = on(wide, 77, 7);
  for (const SocketAddress& source : {ipv4(10, 0, 0, 5), ipv4(127, 0, 0, 1)}) {
    Trace trace = trace_of({found_with_source(source, row)}, host_with_address(ipv4(10, 0, 0, 9)));
    trace.initial_routes = {row};
    EXPECT_EQ(last_finding(trace).rule, "") << "it may be a loopback link";
  }
}

TEST(TheBestSource, IsReportedWithTheAddressesThatAreAllowed) {
  const auto allowed_instead = [](const SocketAddress& source) {
    const Trace trace =
        trace_of({created(wide), found_with_source(source, wide)}, host_with_two_addresses());
    return last_finding(trace, readings::Profile::windows).mismatches.front().allowed;
  };
  EXPECT_EQ(allowed_instead(ipv4(10, 0, 0, 8)), "an address of the host");
  EXPECT_EQ(allowed_instead(ipv4(10, 0, 0, 5)), "an address of the link of the best route");
  EXPECT_EQ(allowed_instead(ipv4(127, 0, 0, 1)),
            "a loopback address for a loopback destination, and no other");
}

// The link of the route may have addresses that it does not list.
TEST(TheBestSource, IsAUnicastAddressOfTheFamilyOrNone) {
  const auto broken_from = [](const SocketAddress& source) {
    return broken_by_answer(wide, found_with_source(source, wide), plain_host());
  };
  EXPECT_EQ(broken_from(ipv4(10, 0, 0, 5)), "");
  EXPECT_EQ(broken_from(ipv4(169, 254, 0, 5)), "");
  EXPECT_EQ(broken_from(ipv4(0, 0, 0, 0)), "");
  EXPECT_EQ(broken_from(ipv6(0, 0)), "");
  EXPECT_EQ(broken_from(SocketAddress{}), "");
  EXPECT_EQ(broken_from(ipv4(224, 0, 0, 1)), "best-route.best-source");
  EXPECT_EQ(broken_from(ipv4(255, 255, 255, 255)), "best-route.best-source");
  EXPECT_EQ(broken_from(ipv6(0x20010db800000000, 9)), "best-route.best-source");
  EXPECT_EQ(broken_from({.family = 99, .bytes = {}}), "best-route.best-source");
}

TEST(TheBestSource, OfAMappedDestinationMayBeMapped) {
  const SocketAddress mapped = ipv6(0, 0x0000ffff0a010203);
  const RouteRow row = to(an_ipv6_route(), ipv6(0, 0), 0);
  EXPECT_EQ(
      broken_by_answer(row, found_with_source(ipv6(0, 0x0000ffff0a000009), row, mapped), plain_host()),
      "");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
