#include <gtest/gtest.h>

#include "oracle/state/pending.h"
#include "oracle/testing/judging.h"

// What a stack does on its own: short-lived routes expire, members that it chose keep their values, and
// some routes exist before the script.
namespace netioconf::oracle::engine {
namespace {

const RouteRow row = a_route();
const RouteRow brief = a_short_lived_route();

Verdict verdict_after_set(const RouteRow& before, const RouteRow& set) {
  return last_verdict({created(before), registered(), was_set(set), notified({})});
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedToALaterRegistration) {
  EXPECT_EQ(
      last_verdict({created(brief), registered(), notified({about(brief, state::delete_instance)})}),
      Verdict::conforms);
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedIfASetShortenedTheLifetime) {
  EXPECT_EQ(last_verdict({created(row), registered(), was_set(brief),
                          notified({about(brief, state::parameter_notification),
                                    about(brief, state::delete_instance)})}),
            Verdict::conforms);
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedAfterACallShowedIt) {
  const Step gone = answered(remove(brief), number::not_found);
  EXPECT_EQ(last_verdict(
                {registered(), created(brief), gone,
                 notified({about(brief, state::add_instance), about(brief, state::delete_instance)})}),
            Verdict::conforms);
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedForAPreexistingRoute) {
  Trace trace = trace_of({registered(), notified({about(brief, state::delete_instance)})});
  trace.initial_routes = {brief};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(ExpiryOfALastingRoute, IsNotNotified) {
  EXPECT_EQ(
      last_verdict({registered(), created(row),
                    notified({about(row, state::add_instance), about(row, state::delete_instance)})}),
      Verdict::deviates);
  EXPECT_EQ(last_verdict({created(row), registered(), notified({about(row, state::delete_instance)})}),
            Verdict::deviates);
  EXPECT_EQ(last_verdict({created(brief), registered(), notified({about(brief, state::add_instance)})}),
            Verdict::deviates);
  EXPECT_EQ(last_verdict({registered(), notified({about(brief, state::delete_instance)})}),
            Verdict::deviates);
}

TEST(ExpiryOfALastingRoute, IsNotNotifiedWithoutARowOrForAMissingLink) {
  Notification without_row = about(brief, state::delete_instance);
  without_row.row.reset();
  EXPECT_EQ(last_verdict({created(brief), registered(), notified({without_row})}), Verdict::deviates);
  Notification elsewhere = about(brief, state::delete_instance);
  elsewhere.row->luid = 0x77;
  EXPECT_EQ(last_verdict({created(brief), registered(), notified({elsewhere})}), Verdict::deviates);
}

TEST(ASetOfOtherValues, IsNotifiedWhicheverMemberChanges) {
  EXPECT_EQ(verdict_after_set(row, with(row, &RouteRow::metric, 7)), Verdict::deviates);
  EXPECT_EQ(verdict_after_set(row, with(row, &RouteRow::site_prefix_length, 1)), Verdict::deviates);
  EXPECT_EQ(verdict_after_set(row, with(row, &RouteRow::protocol, 2)), Verdict::deviates);
  EXPECT_EQ(verdict_after_set(row, with(row, &RouteRow::preferred_lifetime_s, 9000)), Verdict::deviates);
  const RouteRow finite = with(row, &RouteRow::preferred_lifetime_s, 9000);
  EXPECT_EQ(verdict_after_set(finite, with(finite, &RouteRow::valid_lifetime_s, 9000)),
            Verdict::deviates);
}

TEST(ASetOfTheSameValues, NeedNotBeNotified) {
  EXPECT_EQ(verdict_after_set(row, row), Verdict::conforms);
  EXPECT_EQ(verdict_after_set(with(row, &RouteRow::publish, 1), with(row, &RouteRow::publish, 2)),
            Verdict::conforms);
  const RouteRow unset = with(row, &RouteRow::metric, unused_metric);
  EXPECT_EQ(last_verdict({created(unset), read(unset, with(row, &RouteRow::metric, 256)), registered(),
                          was_set(unset), notified({})}),
            Verdict::conforms);
  EXPECT_EQ(verdict_after_set(unset, with(row, &RouteRow::metric, automatic_metric)), Verdict::conforms)
      << "the stack may have chosen the same value";
  EXPECT_EQ(last_verdict({created(unset), read(unset, with(row, &RouteRow::metric, 256)), registered(),
                          was_set(with(row, &RouteRow::metric, 3)), notified({})}),
            Verdict::deviates);
}

TEST(ASetOfARouteFromBefore, NeedNotBeNotifiedIfOnlyTheMetricChanges) {
  Trace trace = trace_of({registered(), was_set(with(row, &RouteRow::metric, 7)), notified({})});
  trace.initial_routes = {row};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms) << "the metric may have been read as a sum";
}

TEST(ASumThatDoesNotFit, MayStayAtTheTop) {
  const RouteRow huge = with(row, &RouteRow::metric, 0xfffffff0);
  EXPECT_EQ(last_verdict({created(huge), read(huge, with(row, &RouteRow::metric, 0xffffffff))}),
            Verdict::conforms);
}

TEST(ALongerPrefix, WinsAlsoWhereItsMetricIsNotKnown) {
  const RouteRow narrow = with(to(row, ipv4(10, 1, 0, 0), 16), &RouteRow::metric, unused_metric);
  EXPECT_EQ(
      broken_rule({created(row), created(narrow), found_best(best_route_to(ipv4(10, 1, 2, 3)), row)}),
      "best-route.longest-prefix");
}

TEST(ARouteFromBefore, MayHaveHostBits) {
  const RouteRow untidy = to(row, ipv4(10, 0, 0, 9), 8);
  Trace trace = trace_of({table_of({untidy}), refused(row, number::already_exists)});
  trace.initial_routes = {untidy};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(ARouteFromBefore, MayHaveANextHopOfFamily0) {
  const RouteRow left_out = via(row, no_family);
  Trace trace = trace_of({table_of({left_out})});
  trace.initial_routes = {left_out};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(ARouteFromBefore, KeepsTheReadingsThatTheRunHasSeen) {
  const RouteRow plain = via(to(an_ipv6_route(), ipv6(0xfe80000000000000, 0), 64), ipv6(0, 0));
  RouteRow scoped = plain;
  scoped.destination.address.bytes[22] = 9;
  Judge judge{readings::Profile::documented};
  (void)judge.judge(trace_of({created(plain), created(scoped)}));
  Trace trace = trace_of({table_of({scoped})});
  trace.initial_routes = {scoped};
  EXPECT_EQ(judge.judge(trace).findings.back().verdict, Verdict::conforms);
  Trace undecided = trace_of({read(scoped, scoped)});
  undecided.initial_routes = {scoped};
  EXPECT_EQ(last_finding(undecided).verdict, Verdict::conforms);
}

TEST(ARouteFromBefore, MayBeOfALinkThatTheHostDoesNotList) {
  Trace trace = trace_of({created(row)});
  trace.initial_routes = {on(row, second_luid, 2)};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

}  // namespace
}  // namespace netioconf::oracle::engine
