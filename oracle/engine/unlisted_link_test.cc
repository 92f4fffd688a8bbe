#include <gtest/gtest.h>

#include "oracle/testing/judging.h"

// A row on a link that the host does not list existed before the script.
namespace netioconf::oracle::engine {
namespace {

constexpr std::uint64_t unlisted_luid = 0x0018000000000000;

RouteRow of_loopback() {
  return to(via(on(a_route(), unlisted_luid, 7), ipv4(0, 0, 0, 0)), ipv4(127, 0, 0, 0), 8);
}

Finding finding_of(const Step& step, const RouteRows& before) {
  Trace trace = trace_of({step});
  trace.initial_routes = before;
  return last_finding(trace);
}

Step found(const SocketAddress& destination, const RouteRow& row) {
  return found_best(best_route_to(destination, 0), row);
}

TEST(AnUnlistedLink, HasTheRoutesThatExistedBefore) {
  const RouteRow row = of_loopback();
  EXPECT_EQ(finding_of(table_of({row}), {row}).verdict, Verdict::conforms);
  EXPECT_EQ(finding_of(table_of({a_route()}), {row, a_route()}).rule, "route-table.complete");
  EXPECT_EQ(finding_of(table_of({with(row, &RouteRow::index, 8)}), {row}).rule,
            "route-table.both-identifiers");
  EXPECT_EQ(finding_of(table_of({on(row, unlisted_luid + 1, 8)}), {row}).rule, "route-table.complete");
}

TEST(AnUnlistedLink, HasTheAnycastAddressesThatExistedBefore) {
  const AnycastRow row = on(an_anycast(), unlisted_luid, 7);
  Trace trace = trace_of({anycast_table_of({row})});
  trace.initial_anycasts = {row};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

// Nothing else is known of such a link, for example whether it is connected.
TEST(AnUnlistedLink, MayHaveTheBestRoute) {
  const RouteRow row = of_loopback();
  const SocketAddress destination = ipv4(127, 0, 0, 1);
  const RouteRow anywhere = to(a_route(), ipv4(0, 0, 0, 0), 0);
  EXPECT_EQ(finding_of(found(destination, row), {row, anywhere}).verdict, Verdict::conforms);
  EXPECT_EQ(finding_of(found(destination, anywhere), {row, anywhere}).verdict, Verdict::conforms);
  EXPECT_EQ(finding_of(found(ipv4(10, 0, 0, 1), anywhere), {row, anywhere}).verdict, Verdict::conforms);
  EXPECT_EQ(finding_of(found(ipv4(10, 0, 0, 1), row), {row, anywhere}).rule, "best-route.leads-there");
}

TEST(AnUnlistedLink, MayBeNamedWithAnyResult) {
  const RouteRow row = of_loopback();
  EXPECT_EQ(finding_of(read(row), {row}).verdict, Verdict::undecided);
  EXPECT_EQ(finding_of(removed(row), {row}).verdict, Verdict::undecided);
  EXPECT_EQ(finding_of(found_best(best_route_to(ipv4(127, 0, 0, 1), unlisted_luid), row), {row}).verdict,
            Verdict::undecided);
  EXPECT_EQ(finding_of(answered(get(row), number::not_found), {row}).verdict, Verdict::conforms);
  EXPECT_EQ(finding_of(read(on(row, unlisted_luid + 1, 8)), {row}).rule, "route-get.link-known");
}

// The other unlisted link has no route to the destination.
TEST(AnUnlistedLink, LeavesOpenWhichRouteIsFoundAlsoIfAnotherHasNone) {
  const RouteRow row = of_loopback();
  const RouteRow elsewhere = on(to(row, ipv4(11, 0, 0, 0), 8), unlisted_luid + 1, 8);
  for (const RouteRows& before : {RouteRows{row, elsewhere}, RouteRows{elsewhere, row}}) {
    EXPECT_EQ(finding_of(found(ipv4(127, 0, 0, 1), row), before).verdict, Verdict::conforms);
    EXPECT_EQ(
        finding_of(answered(best_route_to(ipv4(127, 0, 0, 1), 0), number::not_found), before).verdict,
        Verdict::conforms);
  }
}

TEST(AnUnlistedLink, HasNoBestRouteOnceATableShowsThatItIsGone) {
  const RouteRow brief =
      with(with(of_loopback(), &RouteRow::valid_lifetime_s, 60), &RouteRow::preferred_lifetime_s, 60);
  const RouteRow elsewhere = to(a_route(), ipv4(11, 0, 0, 0), 8);
  const auto broken_after_table_of = [&](const RouteRows& rows) {
    Trace trace = trace_of({table_of(rows), found(ipv4(127, 0, 0, 1), brief)});
    trace.initial_routes = {brief, elsewhere};
    return last_finding(trace, readings::Profile::windows).rule;
  };
  EXPECT_EQ(broken_after_table_of({brief, elsewhere}), "");
  EXPECT_EQ(broken_after_table_of({elsewhere}), "best-route.missing");
}

}  // namespace
}  // namespace netioconf::oracle::engine
