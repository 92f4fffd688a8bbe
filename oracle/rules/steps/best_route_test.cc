#include <gtest/gtest.h>

#include "oracle/rules/steps/best_route_samples.h"

namespace netioconf::oracle::rules::steps {
namespace {

const RouteRow narrow = to(wide, ipv4(10, 1, 0, 0), 16);  // 10.1.0.0/16
const RouteRow elsewhere = on(wide, second_luid, 2);

RouteRow with_metric(const RouteRow& row, std::uint32_t metric) {
  return with(row, &RouteRow::metric, metric);
}

Step found_anywhere(const RouteRow& row) { return found_best(best_route_to(target, 0), row); }
Step not_found() { return answered(best_route_to(target), number::not_found); }

// The rule that the answer breaks after the routes were created; empty if it breaks none.
std::string broken_after(const RouteRows& rows, const Step& answer, const Host& host = plain_host()) {
  Steps steps;
  for (const RouteRow& row : rows) steps.push_back(created(row));
  steps.push_back(answer);
  return broken_rule(steps, host);
}

TEST(TheBestRoute, HasTheLongestPrefix) {
  EXPECT_EQ(broken_after({wide, narrow}, found(narrow)), "");
  EXPECT_EQ(broken_after({narrow, wide}, found(wide)), "best-route.longest-prefix");
  EXPECT_EQ(broken_after({with_metric(narrow, 500), wide}, found(wide)), "best-route.longest-prefix");
}

TEST(TheBestRoute, IsOneThatIsThere) {
  EXPECT_EQ(broken_after({wide}, found(narrow)), "best-route.existing-route");
  EXPECT_EQ(broken_after({wide}, found(elsewhere)), "best-route.existing-route");
  Step nothing = found(wide);
  nothing.reply.route.reset();
  EXPECT_EQ(broken_after({wide}, nothing), "best-route.existing-route");
}

TEST(TheBestRoute, IsFoundWhereOneLeads) {
  EXPECT_EQ(last_verdict({created(wide), not_found()}), Verdict::deviates);
  EXPECT_EQ(last_verdict({created(to(wide, ipv4(10, 2, 0, 0), 16)), not_found()}), Verdict::conforms);
  EXPECT_EQ(last_verdict({not_found()}), Verdict::conforms);
}

const SocketAddress own_source = ipv4(192, 0, 2, 9);

// The second link has the source address.
Host host_with_source() {
  Host host = a_host_with_two_links();
  host.links.back().addresses = {{.address = own_source, .length = 24}};
  return host;
}

Step found_from(const SocketAddress& source, const RouteRow& row, std::uint64_t luid = 0) {
  Step step = found_best(BestRouteCall{.luid = luid, .source = source, .destination = target}, row);
  step.reply.best_source = source;
  return step;
}

// MIB_IPINTERFACE_ROW, Remarks: a source address restricts the search to its link, unless the stack uses
// a weak host model.
TEST(TheBestRoute, IsOfTheLinkOfTheSourceOnWindows) {
  const auto broken_by = [](const RouteRows& rows, const Step& answer) {
    Steps steps;
    for (const RouteRow& row : rows) steps.push_back(created(row));
    steps.push_back(answer);
    return last_finding(trace_of(steps, host_with_source()), readings::Profile::windows).rule;
  };
  const RouteRow dear = via(with_metric(elsewhere, 6), ipv4(10, 0, 0, 2));
  EXPECT_EQ(broken_by({narrow, elsewhere}, found_from(own_source, elsewhere)), "");
  EXPECT_EQ(broken_by({narrow, elsewhere}, found_from(own_source, narrow)), "best-route.source-link");
  EXPECT_EQ(broken_by({elsewhere, dear}, found_from(own_source, dear)), "best-route.complete-metric");
  EXPECT_EQ(broken_by({narrow}, answered(found_from(own_source, narrow).operation, 1231)), "");
  EXPECT_EQ(broken_by({elsewhere}, answered(found_from(own_source, elsewhere).operation, 1231)),
            "call.refuses-only-as-documented");
}

// Its link is connected, and whether the other one is changes nothing.
TEST(TheBestRoute, IsNotRefusedForASourceOfAConnectedLink) {
  const auto broken_if_connected = [&](bool first, bool second) {
    Host host = host_with_source();
    host.links.front().connected = first;
    host.links.back().connected = second;
    const Operation search = found_from(own_source, elsewhere, second_luid).operation;
    return broken_after({elsewhere}, answered(search, number::invalid_parameter), host);
  };
  EXPECT_EQ(broken_if_connected(false, true), "call.refuses-only-as-documented");
  EXPECT_EQ(broken_if_connected(true, false), "");
}

TEST(TheBestRoute, ToALoopbackDestinationIsNotRefusedForALoopbackSource) {
  Link link = a_link();
  const SocketAddress loopback = ipv4(127, 0, 0, 1);
  link.addresses = {{.address = loopback, .length = 8}};
  const RouteRow route = to(wide, ipv4(127, 0, 0, 0), 8);
  Step accepted = found_best(best_route_to(loopback), route);
  accepted.reply.best_source = loopback;
  const auto broken_by_refusal_to = [&](const SocketAddress& destination) {
    const BestRouteCall call{.luid = first_luid, .source = loopback, .destination = destination};
    return broken_rule(
        {created(route), created(wide), accepted, answered(call, number::invalid_parameter)},
        a_host_with(link));
  };
  EXPECT_EQ(broken_by_refusal_to(target), "");
  EXPECT_EQ(broken_by_refusal_to(loopback), "best-route.destination-class")
      << "that destination was accepted";
}

TEST(TheBestRoute, MayBeOfAnyLinkWhateverTheSource) {
  const Host host = host_with_source();
  EXPECT_EQ(broken_after({narrow, elsewhere}, found_from(own_source, narrow), host), "");
  EXPECT_EQ(broken_after({wide, elsewhere}, found_from(ipv4(192, 0, 2, 8), wide), host), "")
      << "which link has that address is not known";
  EXPECT_NE(broken_rule({created(narrow), created(elsewhere), found_from(own_source, narrow),
                         found_from(own_source, elsewhere)},
                        host),
            "")
      << "this source did not restrict the search";
}

TEST(TheBestRoute, IsTheBestOfItsLinkWhateverTheSource) {
  const SocketAddress of_no_link = ipv4(192, 0, 2, 8);
  const RouteRow dear = via(with_metric(wide, 6), ipv4(10, 0, 0, 2));
  const Host host = host_with_source();
  EXPECT_EQ(broken_after({narrow, elsewhere}, found_from(of_no_link, elsewhere), host), "");
  EXPECT_EQ(broken_after({narrow, wide}, found_from(of_no_link, wide), host),
            "best-route.longest-prefix");
  EXPECT_EQ(broken_after({wide, dear}, found_from(of_no_link, dear)), "best-route.complete-metric");
}

// One that ignores these bytes may find no route on the link of the source.
TEST(ASourceWithStrayBytes, MayBeRefusedForItsLinkAndNotForTheseBytes) {
  Host host = host_with_source();
  const SocketAddress of_first_link = ipv4(192, 0, 2, 8);
  host.links.front().addresses = {{.address = of_first_link, .length = 24}};
  const Step not_found =
      answered(found_from(with_port(own_source), narrow).operation, number::not_found);
  const Steps steps = {created(narrow), not_found, found_from(with_port(of_first_link), narrow)};
  EXPECT_EQ(last_finding(trace_of(steps, host), readings::Profile::windows).rule, "");
}

// A weak host that passes over links that are not connected finds the route of another link.
TEST(ASourceOfALinkThatIsNotConnected, MayBeRefusedOnce) {
  Host host = host_with_source();
  host.links.back().connected = false;
  const Step not_found = answered(found_from(own_source, narrow).operation, number::not_found);
  EXPECT_EQ(broken_rule({not_found, created(narrow), found_from(own_source, narrow)}, host), "");
  EXPECT_EQ(broken_rule({created(narrow), not_found}, host), "");
  const RouteRow narrower_there = on(to(narrow, ipv4(10, 1, 2, 0), 24), second_luid, 0);
  EXPECT_EQ(
      broken_rule({created(narrow), created(narrower_there), found_from(own_source, narrow)}, host), "")
      << "that link is passed over";
  host.links.front() = {.luid = first_luid, .index = 1, .addresses = host.links.back().addresses};
  host.links.front().connected = false;
  EXPECT_EQ(last_finding(trace_of({not_found}, host), readings::Profile::windows).rule, "");
}

// The documents don't say which sources are refused, or with which status.
TEST(TheBestRoute, MayBeRefusedForItsSource) {
  BestRouteCall call{.luid = first_luid, .source = ipv4(198, 18, 0, 9), .destination = target};
  for (const std::uint32_t status : {number::invalid_parameter, number::file_not_found,
                                     number::not_supported, number::access_denied}) {
    EXPECT_EQ(broken_after({wide}, answered(call, status)), "") << status;
  }
  const Step missing = answered(best_route_to(target), number::not_found);
  for (const std::uint32_t status :
       {number::invalid_parameter, number::not_found, number::file_not_found, number::not_supported}) {
    EXPECT_EQ(last_verdict({missing, answered(call, status)}), Verdict::conforms)
        << status << ", whatever the answer to missing-route is";
  }
  call.destination = SocketAddress{};
  EXPECT_EQ(broken_after({}, answered(call, number::not_found)), "");
  EXPECT_EQ(broken_after({}, answered(call, number::success)), "best-route.destination-family");
}

// An address of another family that no link has is refused for its family, or since no link has it.
TEST(TheBestRoute, MayBeRefusedForASourceOfTwoKinds) {
  Host host = a_host_with_two_links();
  const SocketAddress of_link = ipv6(0x20010db800000000, 9);
  host.links.front().addresses = {{.address = of_link, .length = 64}};
  const auto from = [](const SocketAddress& source) {
    return BestRouteCall{.luid = first_luid, .source = source, .destination = target};
  };
  const Step missing = answered(best_route_to(target), number::not_found);
  const Step accepted = found_best(from(of_link), wide);
  const auto broken_after_refusal_of = [&](const SocketAddress& source) {
    const Step refused = answered(from(source), number::invalid_parameter);
    return broken_rule({missing, created(wide), refused, accepted}, host);
  };
  EXPECT_EQ(broken_after_refusal_of(ipv6(0x20010db800000000, 8)), "");
  EXPECT_EQ(broken_after_refusal_of(of_link), "best-route.source");
}

// A source of no family is refused for its family, and says nothing of the unspecified address.
TEST(TheBestRoute, MayBeRefusedForASourceOfNoFamily) {
  const BestRouteCall of_no_family{.luid = first_luid, .source = no_family, .destination = no_family};
  const Step unspecified = found_best(
      BestRouteCall{.luid = first_luid, .source = ipv4(0, 0, 0, 0), .destination = target}, wide);
  EXPECT_EQ(broken_rule({created(wide), answered(of_no_family, number::not_found), unspecified}), "");
}

// The documents don't say whether a destination with a port is valid.
TEST(TheBestRoute, MayBeRefusedForBytesBesideTheIpAddress) {
  SocketAddress with_port = target;
  with_port.bytes[0] = 80;
  const Step refused = answered(best_route_to(with_port), number::invalid_parameter);
  EXPECT_EQ(broken_after({wide}, refused), "");
  EXPECT_EQ(broken_after({wide}, answered(best_route_to(target), number::invalid_parameter)),
            "call.refuses-only-as-documented");
}

TEST(TheBestRoute, MayBeRefusedForItsClassAlthoughBytesBesideTheIpAddressAreAccepted) {
  const RouteRow anywhere = to(wide, ipv4(0, 0, 0, 0), 0);
  const Step accepted = found_best(best_route_to(with_port(target)), anywhere);
  for (const std::uint32_t status : {number::invalid_parameter, number::not_found}) {
    const Step loopback = answered(best_route_to(with_port(ipv4(127, 0, 0, 1))), status);
    EXPECT_EQ(last_verdict({created(anywhere), accepted, loopback}), Verdict::conforms) << status;
  }
}

TEST(TheBestRoute, HasItsMembers) {
  EXPECT_EQ(broken_after({wide}, found(with(wide, &RouteRow::protocol, 4))), "route.keeps-members");
  Step look = table_of({wide});
  EXPECT_EQ(broken_rule({created(wide), look, found(with_metric(wide, 3))}), "best-route.metric");
}

TEST(TheBestRoute, HasTheLowestSumOfMetrics) {
  const RouteRow cheap = with_metric(wide, 5);
  const RouteRow dear = via(with_metric(wide, 6), ipv4(10, 0, 0, 2));
  EXPECT_EQ(broken_after({cheap, dear}, found(cheap)), "");
  EXPECT_EQ(broken_after({cheap, dear}, found(dear)), "best-route.complete-metric");
  EXPECT_EQ(broken_after({cheap, with_metric(dear, 5)}, found(with_metric(dear, 5))), "")
      << "either of two equally good routes";
}

TEST(TheBestRoute, IsChosenByTheMetricOfItsLinkToo) {
  Host host = a_host_with_two_links();
  host.links[1].ipv4_metric = 10;
  const RouteRow here = with_metric(wide, 5);          // 30
  const RouteRow there = with_metric(elsewhere, 19);   // 29
  const RouteRow beyond = with_metric(elsewhere, 21);  // 31
  EXPECT_EQ(broken_after({here, there}, found_anywhere(there), host), "");
  EXPECT_EQ(broken_after({here, there}, found_anywhere(here), host), "best-route.complete-metric");
  EXPECT_EQ(broken_after({here, beyond}, found_anywhere(beyond), host), "best-route.complete-metric");
}

TEST(TheBestRoute, IsOfTheLinkThatIsNamed) {
  const Host host = a_host_with_two_links();
  const RouteRow there = on(narrow, second_luid, 2);
  EXPECT_EQ(broken_after({wide, there}, found(wide), host), "");
  EXPECT_EQ(broken_after({wide, there}, found(there), host), "best-route.link");
  EXPECT_EQ(broken_after({wide, there}, found_anywhere(there), host), "");
}

TEST(TheBestRoute, OfIpv6HasTheMetricOfIpv6) {
  Host host = a_host_with_two_links();
  host.links[1].ipv6_metric = 1;
  const RouteRow here = an_ipv6_route();
  const RouteRow there = on(here, second_luid, 2);
  const Operation search = best_route_to(ipv6(0x20010db800000000, 9), 0);
  EXPECT_EQ(broken_after({here, there}, found_best(search, there), host), "");
  EXPECT_EQ(broken_after({here, there}, found_best(search, here), host), "best-route.complete-metric");
}

// The documents don't say what happens to a sum that does not fit.
TEST(TheBestRoute, MayBeAnyWhereTheSumIsTooLarge) {
  const RouteRow huge = with_metric(wide, 0xffffffff - 25);
  const RouteRow too_large = via(with_metric(wide, 0xffffffff - 24), ipv4(10, 0, 0, 2));
  EXPECT_EQ(broken_after({huge, too_large}, found(too_large)), "");
  EXPECT_EQ(broken_after({huge, too_large}, found(huge)), "");
  EXPECT_EQ(broken_after({too_large}, found(too_large)), "");
  const RouteRow nearly = via(with_metric(wide, 0xffffffff - 26), ipv4(10, 0, 0, 2));
  EXPECT_EQ(broken_after({huge, nearly}, found(huge)), "best-route.complete-metric");
}

TEST(TheBestRoute, MayBeAnyWhereTheMetricIsNotUsed) {
  const RouteRow unset = with_metric(wide, unused_metric);
  const RouteRow cheap = via(wide, ipv4(10, 0, 0, 2));
  EXPECT_EQ(broken_after({cheap, unset}, found(unset)), "");
  EXPECT_EQ(broken_after({cheap, unset}, found(cheap)), "");
  const RouteRow automatic = with_metric(wide, automatic_metric);
  EXPECT_EQ(broken_rule({created(cheap), created(unset), read(unset, automatic), found(automatic)}),
            "best-route.complete-metric")
      << "the stack has chosen 256";
}

// The metrics of routes that existed before the script are offsets or sums.
TEST(TheBestRoute, HasTheLowestMetricOfTheRoutesThatExistedBefore) {
  Host host = a_host_with_two_links();
  host.links[1].ipv4_metric = 10;
  const auto broken_by = [&](const RouteRows& rows, const RouteRows& more, const RouteRow& best) {
    Steps steps;
    for (const RouteRow& row : more) steps.push_back(created(row));
    steps.push_back(found_anywhere(best));
    Trace trace = trace_of(steps, host);
    trace.initial_routes = rows;
    return last_finding(trace).rule;
  };
  const RouteRow cheap = with_metric(wide, 30);
  const RouteRow dear = via(with_metric(wide, 40), ipv4(10, 0, 0, 2));
  const RouteRow there = with_metric(elsewhere, 35);
  EXPECT_EQ(broken_by({cheap, dear}, {}, cheap), "");
  EXPECT_EQ(broken_by({cheap, dear}, {}, dear), "best-route.complete-metric");
  EXPECT_EQ(broken_by({with_metric(cheap, 5), dear}, {}, dear), "best-route.complete-metric")
      << "though 5 is less than the metric of the link";
  EXPECT_EQ(broken_by({cheap, there}, {}, cheap), "") << "if they are sums";
  EXPECT_EQ(broken_by({cheap, there}, {}, there), "") << "if they are offsets";
  EXPECT_EQ(broken_by({dear, there}, {}, dear), "best-route.complete-metric");
  EXPECT_EQ(broken_by({dear}, {with_metric(wide, 4)}, dear), "best-route.complete-metric");
  EXPECT_EQ(broken_by({dear}, {with_metric(wide, 20)}, dear), "") << "if it is a sum";
}

// A link may be passed over only if the caller does not name it.
TEST(TheBestRoute, OfANamedLinkMayBeFoundAlthoughItLeadsNowhere) {
  const Host host = a_host_with(with(a_link(), &Link::connected, false));
  const Step passed_over = answered(best_route_to(target, 0), number::not_found);
  EXPECT_EQ(last_verdict({created(wide), passed_over, found(wide)}, host), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(wide), passed_over, found_anywhere(wide)}, host), Verdict::deviates);
}

// Only the routes of other links and the longer prefixes count.
TEST(TheBestRoute, OfALinkThatLeadsNowhereIsPassedOver) {
  Host host = a_host_with_two_links();
  host.links.front().connected = false;
  EXPECT_EQ(broken_after({narrow, elsewhere}, found_anywhere(elsewhere), host), "");
  EXPECT_EQ(broken_after({narrow, elsewhere}, found_anywhere(narrow), host), "");
  host.links.front().connected = true;
  EXPECT_EQ(broken_after({narrow, elsewhere}, found_anywhere(elsewhere), host),
            "best-route.longest-prefix");
  host.links.front().ignores_default_routes = true;
  const RouteRow by_default = to(wide, ipv4(0, 0, 0, 0), 0);
  const RouteRow default_elsewhere = with_metric(on(by_default, second_luid, 2), 5);
  EXPECT_EQ(broken_after({by_default, default_elsewhere}, found_anywhere(default_elsewhere), host), "");
  EXPECT_EQ(broken_after({by_default, default_elsewhere}, found_anywhere(by_default), host), "");
  host.links.front().ignores_default_routes = false;
  EXPECT_EQ(broken_after({by_default, default_elsewhere}, found_anywhere(default_elsewhere), host),
            "best-route.complete-metric");
}

TEST(TheBestRoute, MayBeMissingFromASourceAddress) {
  const Operation from_source =
      BestRouteCall{.luid = first_luid, .index = 0, .source = ipv4(10, 0, 0, 9), .destination = target};
  EXPECT_EQ(broken_after({wide, narrow}, answered(from_source, number::not_found)), "");
  EXPECT_EQ(broken_after({}, answered(from_source, number::not_found)), "");
  EXPECT_EQ(broken_after({wide}, found_best(from_source, to(wide, ipv4(11, 0, 0, 0), 8))),
            "best-route.existing-route");
}

// ERROR_NETWORK_UNREACHABLE is what Windows says of a search that nothing restricts.
TEST(TheBestRoute, IsMissingWithAnotherStatusOnWindowsIfSomethingRestrictsTheSearch) {
  const auto broken_on_windows = [](const BestRouteCall& search, bool connected) {
    const Host host = a_host_with(with(a_link(), &Link::connected, connected));
    const Trace trace = trace_of({answered(search, number::not_found)}, host);
    return last_finding(trace, readings::Profile::windows).rule;
  };
  const BestRouteCall search{.luid = first_luid, .index = 0, .destination = target};
  BestRouteCall from_source = search;
  from_source.source = ipv4(10, 0, 0, 9);
  EXPECT_EQ(broken_on_windows(search, true), "best-route.missing");
  EXPECT_EQ(broken_on_windows(search, false), "");
  EXPECT_EQ(broken_on_windows(from_source, true), "");
}

TEST(TheBestRoute, IsUndecidedIfAScopeMayNameTheLink) {
  SocketAddress target_on_link = ipv6(0xfe80000000000000, 5);
  target_on_link.bytes.back() = 2;
  const RouteRow row = to(via(a_route(), ipv6(0, 0)), ipv6(0xfe80000000000000, 0), 64);
  const RouteRow dearer = with(on(row, second_luid, 2), &RouteRow::metric, 100);
  const auto verdict = [&](const SocketAddress& destination) {
    const Steps steps = {created(row), created(dearer),
                         found_best(best_route_to(destination, 0), dearer)};
    return last_verdict(steps, a_host_with_two_links());
  };
  EXPECT_EQ(verdict(bare(target_on_link)), Verdict::deviates);
  EXPECT_EQ(verdict(target_on_link), Verdict::undecided);
}

TEST(TheBestRoute, MayHaveExpired) {
  const RouteRow brief = a_short_lived_route();
  EXPECT_EQ(broken_after({brief}, found(brief)), "");
  EXPECT_EQ(broken_after({brief}, not_found()), "");
  const RouteRow brief_narrow = to(brief, ipv4(10, 1, 0, 0), 16);
  EXPECT_EQ(broken_after({wide, brief_narrow}, found(wide)), "");
  EXPECT_EQ(broken_after({wide, brief_narrow}, found(brief_narrow)), "");
  EXPECT_EQ(broken_after({brief, narrow}, found(brief)), "best-route.longest-prefix");
  EXPECT_EQ(last_verdict({created(wide), created(brief_narrow), not_found()}), Verdict::deviates);
}

TEST(TheBestRoute, IsFoundAlsoByARouteWithHostBits) {
  const RouteRow untidy = to(wide, ipv4(10, 9, 9, 9), 8);
  EXPECT_EQ(broken_after({untidy}, found(untidy)), "");
  EXPECT_EQ(broken_after({untidy}, found(wide)), "");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
