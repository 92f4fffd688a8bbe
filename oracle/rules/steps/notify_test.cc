#include <gtest/gtest.h>

#include "oracle/state/pending.h"
#include "oracle/testing/judging.h"

namespace netioconf::oracle::rules::steps {
namespace {

const RouteRow first_route = a_route();
const RouteRow second_route = to(first_route, ipv4(11, 0, 0, 0), 8);

// The rule that the callbacks break after the steps; empty if they break none.
std::string broken_by(Steps steps, const Notifications& notifications) {
  steps.push_back(notified(notifications));
  return broken_rule(steps);
}

TEST(ACallback, IsMadeOncePerChange) {
  const Notification added = about(first_route, state::add_instance);
  const Steps before = {registered(), created(first_route)};
  EXPECT_EQ(broken_by(before, {added}), "");
  EXPECT_EQ(broken_by(before, {}), "notify.one-per-change");
  EXPECT_EQ(broken_by(before, {added, added}), "notify.one-per-change");
  EXPECT_EQ(broken_by({registered(), created(first_route), notified({added})}, {added}),
            "notify.one-per-change");
  EXPECT_EQ(broken_by({registered(), created(first_route), notified({added})}, {}), "");
}

TEST(ACallback, NamesTheRegistrationByItsNumberAlsoIfOneBeforeFailed) {
  const Operation register_it = registered().operation;
  Notification of_second = about(first_route, state::add_instance);
  of_second.registration = 1;
  for (const Step& failed :
       {answered(register_it, number::general_failure), ended(register_it, Ending::unavailable)}) {
    const Steps before = {failed, registered(), created(first_route)};
    EXPECT_EQ(broken_by(before, {of_second}), "");
    EXPECT_EQ(broken_by(before, {}), "notify.one-per-change");
  }
}

TEST(ACallback, NamesTheKindOfChange) {
  const Steps removed_one = {created(first_route), registered(), removed(first_route)};
  EXPECT_EQ(broken_by(removed_one, {about(first_route, state::delete_instance)}), "");
  EXPECT_EQ(broken_by(removed_one, {about(first_route, state::add_instance)}), "notify.one-per-change");
  const Steps set_one = {created(first_route), registered(),
                         was_set(with(first_route, &RouteRow::metric, 7))};
  EXPECT_EQ(broken_by(set_one, {about(first_route, state::parameter_notification)}), "");
  EXPECT_EQ(broken_by(set_one, {}), "notify.one-per-change");
}

TEST(ACallback, MayLeaveASetWithoutChangeOut) {
  const Steps set_to_the_same = {created(first_route), registered(), was_set(first_route)};
  EXPECT_EQ(broken_by(set_to_the_same, {}), "");
  EXPECT_EQ(broken_by(set_to_the_same, {about(first_route, state::parameter_notification)}), "");
}

// The metric of the link is such that a metric of 10 gives the largest sum.
TEST(ACallback, MayLeaveASetToAnotherSumThatIsTooLargeOut) {
  Host host = plain_host();
  host.links.front().ipv4_metric = 0xffffffff - 10;
  const auto broken_without_callback = [&](std::uint32_t before, std::uint32_t after) {
    return broken_rule({created(with(first_route, &RouteRow::metric, before)), registered(),
                        was_set(with(first_route, &RouteRow::metric, after)), notified({})},
                       host);
  };
  EXPECT_EQ(broken_without_callback(10, 11), "");
  EXPECT_EQ(broken_without_callback(11, 10), "");
  EXPECT_EQ(broken_without_callback(9, 11), "notify.one-per-change");
  EXPECT_EQ(broken_without_callback(11, 9), "notify.one-per-change");
}

TEST(ACallback, HasTheKeyOfTheRoute) {
  const auto broken_with = [](const RouteRow& seen) {
    return broken_by({registered(), created(first_route)}, {about(seen, state::add_instance)});
  };
  EXPECT_EQ(broken_with(on(first_route, first_luid, 0)), "");
  EXPECT_EQ(broken_with(on(first_route, 0, 1)), "");
  EXPECT_EQ(broken_with(with(first_route, &RouteRow::metric, 99)), "") << "only the key is promised";
  for (const RouteRow& wrong :
       {on(first_route, second_luid, 1), on(first_route, first_luid, 2), on(first_route, 0, 2),
        on(first_route, 0, 0), to(first_route, ipv4(11, 0, 0, 0), 8),
        to(first_route, ipv4(10, 0, 0, 0), 9), via(first_route, ipv4(10, 0, 0, 2)),
        via(first_route, no_family)}) {
    EXPECT_EQ(broken_with(wrong), "notify.one-per-change");
  }
}

TEST(ACallback, MayLeaveAnOnLinkNextHopOut) {
  const RouteRow on_link = via(first_route, ipv4(0, 0, 0, 0));
  EXPECT_EQ(broken_by({registered(), created(on_link)},
                      {about(via(first_route, no_family), state::add_instance)}),
            "");
}

TEST(ACallback, HasARowUnlessItIsTheFirst) {
  Notification without_row = about(first_route, state::add_instance);
  without_row.row.reset();
  EXPECT_EQ(broken_by({registered(), created(first_route)}, {without_row}), "notify.one-per-change");
}

TEST(ACallback, IsNotMadeForARefusedCall) {
  const Step failed =
      refused(with(first_route, &RouteRow::valid_lifetime_s, 5), number::invalid_parameter);
  EXPECT_EQ(broken_by({registered(), failed}, {}), "");
  EXPECT_EQ(broken_by({registered(), failed}, {about(first_route, state::add_instance)}),
            "notify.none-for-refused");
  EXPECT_EQ(broken_by({registered()}, {about(first_route, state::add_instance)}),
            "notify.one-per-change");
}

TEST(ACallback, IsOfTheRegisteredFamily) {
  const RouteRow ipv6 = an_ipv6_route();
  const Step only_ipv4 = registered({.family = ipv4_family});
  EXPECT_EQ(broken_by({only_ipv4, created(first_route), created(ipv6)},
                      {about(first_route, state::add_instance)}),
            "");
  EXPECT_EQ(broken_by({only_ipv4, created(ipv6)}, {about(ipv6, state::add_instance)}),
            "notify.only-its-family");
  EXPECT_EQ(broken_by({only_ipv4}, {about(first_route, state::add_instance)}), "notify.one-per-change");
  EXPECT_EQ(broken_by({only_ipv4}, {{.registration = 0, .type = state::add_instance, .row = {}}}),
            "notify.one-per-change");
  EXPECT_EQ(broken_by({registered(), created(first_route), created(ipv6)},
                      {about(ipv6, state::add_instance), about(first_route, state::add_instance)}),
            "")
      << "no order is promised";
}

TEST(ACallback, ComesToEveryRegistration) {
  const Steps two = {registered(), registered({.family = ipv4_family}), created(first_route)};
  EXPECT_EQ(broken_by(two, {about(first_route, state::add_instance, 1),
                            about(first_route, state::add_instance, 0)}),
            "");
  EXPECT_EQ(broken_by(two, {about(first_route, state::add_instance, 0)}), "notify.one-per-change");
  EXPECT_EQ(broken_by(two, {about(first_route, state::add_instance, 0),
                            about(first_route, state::add_instance, 2)}),
            "notify.context");
}

TEST(ACallback, DoesNotComeToARefusedRegistration) {
  const Step failed = answered(NotifyCall{.family = 7}, number::invalid_parameter);
  EXPECT_EQ(broken_by({failed, created(first_route)}, {}), "");
  EXPECT_EQ(broken_by({failed, created(first_route)}, {about(first_route, state::add_instance)}),
            "notify-cancel.no-more");
}

TEST(ACallback, DoesNotComeAfterTheCancel) {
  EXPECT_EQ(broken_by({registered(), cancelled(), created(first_route)}, {}), "");
  EXPECT_EQ(broken_by({registered(), cancelled(), created(first_route)},
                      {about(first_route, state::add_instance)}),
            "notify-cancel.no-more");
  const Steps on_its_way = {registered(), created(first_route), cancelled()};
  EXPECT_EQ(broken_by(on_its_way, {}), "");
  EXPECT_EQ(broken_by(on_its_way, {about(first_route, state::add_instance)}), "");
  EXPECT_EQ(last_verdict({cancelled(3)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({registered(), answered(CancelCall{}, number::invalid_parameter)}),
            Verdict::deviates);
}

TEST(ACancel, OfARegistrationThatDoesNotExistMayFail) {
  const Step failed = answered(NotifyCall{.family = 7}, number::invalid_parameter);
  for (const std::uint32_t status : {number::success, number::invalid_parameter, 6U}) {
    const Step again = answered(CancelCall{}, status);
    EXPECT_EQ(last_verdict({failed, again}), Verdict::conforms) << status;
    EXPECT_EQ(last_verdict({registered(), cancelled(), again}), Verdict::conforms) << status;
    EXPECT_EQ(last_verdict({again}), Verdict::conforms) << status;
  }
}

TEST(ACallback, OfTheOtherFamilyIsThatAlsoAfterTheCancel) {
  const Steps before = {registered({.family = ipv6_family}), created(first_route), cancelled()};
  EXPECT_EQ(broken_by(before, {about(first_route, state::add_instance)}), "notify.only-its-family");
}

TEST(TheInitialCallback, ComesIfItWasAskedFor) {
  const Notification initial{.registration = 0, .type = state::initial_notification, .row = {}};
  const Step asking = registered({.family = ipv4_family, .initial_notification = true});
  EXPECT_EQ(broken_by({created(first_route), asking}, {initial}), "");
  EXPECT_EQ(broken_by({created(first_route), asking}, {}), "notify.initial");
  EXPECT_EQ(broken_by({created(first_route), asking}, {initial, initial}), "notify.initial");
  EXPECT_EQ(broken_by({registered()}, {initial}), "notify.initial");
  Notification with_row = initial;
  with_row.row = first_route;
  EXPECT_EQ(broken_by({asking}, {with_row}), "notify.initial");
  EXPECT_EQ(broken_by({registered(), asking, created(first_route)},
                      {about(first_route, state::add_instance, 0),
                       about(first_route, state::add_instance, 1),
                       {.registration = 1, .type = state::initial_notification, .row = {}}}),
            "");
}

TEST(TheInitialCallback, MayComeOnceAFamilyOrOnceARoute) {
  const Notification initial{.registration = 0, .type = state::initial_notification, .row = {}};
  const Step for_every_family = registered({.initial_notification = true});
  const Steps three_routes = {created(first_route), created(to(first_route, ipv4(11, 0, 0, 0), 8)),
                              created(an_ipv6_route())};
  const auto broken_with = [&](const Step& asking, std::size_t times) {
    Steps steps = three_routes;
    steps.push_back(asking);
    return broken_by(steps, Notifications(times, initial));
  };
  EXPECT_EQ(broken_with(for_every_family, 0), "notify.initial");
  for (std::size_t times = 1; times <= 3; ++times) EXPECT_EQ(broken_with(for_every_family, times), "");
  EXPECT_EQ(broken_with(for_every_family, 4), "notify.initial");
  const Step for_ipv4 = registered({.family = ipv4_family, .initial_notification = true});
  EXPECT_EQ(broken_with(for_ipv4, 2), "") << "one for each IPv4 route";
  EXPECT_EQ(broken_with(for_ipv4, 3), "notify.initial");
  EXPECT_EQ(broken_by({for_every_family}, {}), "") << "there is no route";
}

TEST(TheInitialCallback, DoesNotComeToARefusedRegistration) {
  const NotifyCall refusable{.family = 7, .initial_notification = true};
  EXPECT_EQ(broken_by({answered(refusable, number::invalid_parameter)}, {}), "");
}

// The documents promise no callbacks if the callback or the handle is NULL.
TEST(ACallback, IsNotPromisedToNull) {
  for (const NotifyCall& call : {NotifyCall{.initial_notification = true, .null_callback = true},
                                 NotifyCall{.initial_notification = true, .null_handle = true}}) {
    const Steps before = {registered(call), created(first_route)};
    EXPECT_EQ(broken_by(before, {}), "");
    EXPECT_EQ(broken_by(before, {about(first_route, state::add_instance)}), "");
    EXPECT_EQ(broken_by(before, {about(second_route, state::add_instance)}), "");
    EXPECT_EQ(last_verdict({registered(call), answered(CancelCall{}, number::invalid_parameter)}),
              Verdict::conforms);
  }
}

// If the link's own address is compared as on-link, it is not the unspecified address of another family.
TEST(ACallback, IsOfTheRouteWithItsNextHop) {
  Host host = a_host_with(a_link());
  const SocketAddress own = ipv4(10, 0, 0, 1);
  host.links.front().addresses = {{.address = own, .length = 24}};
  const RouteRow by_own = via(a_route(), own);
  const RouteRow by_other_family = via(a_route(), ipv6(0, 0));
  const Step duplicate =
      answered(RouteCall{.call = Call::create_route, .row = via(a_route(), ipv4(0, 0, 0, 0))}, 5010);
  const Steps steps = {created(by_own), created(by_other_family),
                       registered({.initial_notification = true}), duplicate,
                       notified({about(by_own, state::initial_notification),
                                 about(by_other_family, state::initial_notification)})};
  EXPECT_EQ(broken_rule(steps, host), "");
}

TEST(ACallback, MayBeMadeForAnExpiredRoute) {
  const RouteRow brief = a_short_lived_route();
  const Steps before = {registered(), created(brief)};
  EXPECT_EQ(broken_by(before, {about(brief, state::add_instance)}), "");
  EXPECT_EQ(broken_by(before, {about(brief, state::add_instance), about(brief, state::delete_instance)}),
            "");
  EXPECT_EQ(broken_by(before, {about(brief, state::delete_instance)}), "notify.one-per-change");
  EXPECT_EQ(broken_by({registered(), created(brief), notified({about(brief, state::add_instance)})},
                      {about(brief, state::delete_instance)}),
            "")
      << "also later";
}

// The link has the address of the next hop, so that the route may be the on-link route.
TEST(ACallback, NamesAnOwnNextHopAsItWasGivenOrAsOnLink) {
  Link link = a_link();
  link.addresses = {{.address = first_route.next_hop, .length = 8}};
  const RouteRow on_link = via(first_route, ipv4(0, 0, 0, 0));
  const auto broken_with = [&](const RouteRow& seen) {
    return broken_rule(
        {created(first_route), table_of({first_route}), refused(on_link, number::already_exists),
         registered(), removed(first_route), notified({about(seen, state::delete_instance)})},
        a_host_with(link));
  };
  EXPECT_EQ(broken_with(first_route), "");
  EXPECT_EQ(broken_with(on_link), "");
  EXPECT_EQ(broken_with(via(first_route, ipv4(10, 0, 0, 2))), "notify.one-per-change");
}

// Whether its lifetime was over before the cancellation is not known.
TEST(ACallback, MayComeAfterTheCancelForARouteThatMayHaveExpiredOnly) {
  const RouteRow brief = to(a_short_lived_route(), ipv4(11, 0, 0, 0), 8);
  const Steps before = {created(first_route), created(brief), registered(), cancelled()};
  EXPECT_EQ(broken_by(before, {about(brief, state::delete_instance)}), "");
  EXPECT_EQ(broken_by(before, {about(first_route, state::delete_instance)}), "notify-cancel.no-more");
}

// Routes that existed before may be on a link that the host does not list.
std::string broken_on_unlisted_link(const RouteRows& rows, const Steps& steps) {
  Trace trace = trace_of(steps);
  trace.initial_routes = rows;
  return last_finding(trace).rule;
}

TEST(ACallback, NamesTheNextHopOfARouteOnAnUnlistedLink) {
  const RouteRow brief = on(a_short_lived_route(), 77, 7);
  const auto broken_with = [&](const RouteRow& seen) {
    return broken_on_unlisted_link({brief}, {registered(), advanced(61), table_of({}),
                                             notified({about(seen, state::delete_instance)})});
  };
  EXPECT_EQ(broken_with(brief), "");
  EXPECT_EQ(broken_with(via(brief, ipv4(10, 0, 0, 2))), "notify.one-per-change");
}

TEST(TheInitialCallback, ComesOnceARouteAlsoOnALinkWithoutALuid) {
  const Notification initial{.registration = 0, .type = state::initial_notification, .row = {}};
  const auto broken_with = [&](std::size_t times) {
    return broken_on_unlisted_link({on(first_route, 0, 7), on(second_route, 0, 7)},
                                   {registered({.family = ipv4_family, .initial_notification = true}),
                                    notified(Notifications(times, initial))});
  };
  EXPECT_EQ(broken_with(2), "");
  EXPECT_EQ(broken_with(3), "notify.initial");
}

// The documents don't say whether a registration for every family counts a family without a stack.
TEST(TheInitialCallback, MayComeOnceAFamilyWithAStack) {
  const Notification initial{.registration = 0, .type = state::initial_notification, .row = {}};
  const Steps registering = {registered({.initial_notification = true})};
  const auto broken_with = [&](const Host& host, std::size_t times) {
    engine::Judge judge{readings::Profile::documented};
    Steps steps = registering;
    steps.push_back(notified({initial, initial}));
    (void)judge.judge(trace_of(steps));  // Two, though there is no route.
    steps.back() = notified(Notifications(times, initial));
    return judge.judge(trace_of(steps, host)).findings.back().rule;
  };
  EXPECT_EQ(broken_with(plain_host(), 1), "notify.initial");
  for (const std::uint16_t family : {ipv4_family, ipv6_family}) {
    EXPECT_EQ(broken_with(a_host_without(family), 0), "notify.initial");
    EXPECT_EQ(broken_with(a_host_without(family), 1), "");
    EXPECT_EQ(broken_with(a_host_without(family), 2), "");
  }
}

TEST(ACallback, MayBeAboutARouteThatComesWithAnAnycastAddress) {
  const AnycastRow address = an_anycast();
  RouteRow route = to(a_route(), address.address, address.address.family == ipv4_family ? 32 : 128);
  route.next_hop = {.family = address.address.family};
  const Steps before = {registered(), created(address)};
  EXPECT_EQ(broken_by(before, {about(route, state::add_instance)}), "");
  EXPECT_EQ(broken_by(before, {about(a_route(), state::add_instance)}), "notify.one-per-change");
  EXPECT_EQ(broken_by({registered(), created(address), answered(remove(address), number::success)},
                      {about(route, state::add_instance), about(route, state::delete_instance)}),
            "");
}

// For example after a router advertisement.
TEST(ACallback, MayBeAboutARouteThatWasThereBefore) {
  const auto broken_when_there = [](std::uint32_t type) {
    Trace trace = trace_of({registered(), notified({about(a_route(), type)})});
    trace.initial_routes = {a_route()};
    return last_finding(trace).rule;
  };
  EXPECT_EQ(broken_when_there(state::parameter_notification), "");
  EXPECT_EQ(broken_when_there(state::add_instance), "notify.one-per-change");
  EXPECT_EQ(
      broken_by({registered(), created(a_route())}, {about(a_route(), state::add_instance),
                                                     about(a_route(), state::parameter_notification)}),
      "notify.one-per-change");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
