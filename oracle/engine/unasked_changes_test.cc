#include <gtest/gtest.h>

#include "oracle/state/pending.h"
#include "oracle/testing/judging.h"

// What a stack does on its own: short-lived routes expire, members that it chose keep their values, and
// some routes exist before the script.
namespace netioconf::oracle::engine {
namespace {

const RouteRow watched = a_route();
const RouteRow expiring = a_short_lived_route();

Verdict verdict_after_set(const RouteRow& before, const RouteRow& set) {
  return last_verdict({created(before), registered(), was_set(set), notified({})});
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedToALaterRegistration) {
  EXPECT_EQ(last_verdict(
                {created(expiring), registered(), notified({about(expiring, state::delete_instance)})}),
            Verdict::conforms);
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedIfASetShortenedTheLifetime) {
  EXPECT_EQ(last_verdict({created(watched), registered(), was_set(expiring),
                          notified({about(expiring, state::parameter_notification),
                                    about(expiring, state::delete_instance)})}),
            Verdict::conforms);
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedAfterACallShowedIt) {
  const Step gone = answered(remove(expiring), number::not_found);
  EXPECT_EQ(last_verdict({registered(), created(expiring), gone,
                          notified({about(expiring, state::add_instance),
                                    about(expiring, state::delete_instance)})}),
            Verdict::conforms);
}

TEST(ExpiryOfAShortLivedRoute, MayBeNotifiedForAPreexistingRoute) {
  Trace trace = trace_of({registered(), notified({about(expiring, state::delete_instance)})});
  trace.initial_routes = {expiring};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(ExpiryOfALastingRoute, IsNotNotified) {
  EXPECT_EQ(last_verdict({registered(), created(watched),
                          notified({about(watched, state::add_instance),
                                    about(watched, state::delete_instance)})}),
            Verdict::deviates);
  EXPECT_EQ(
      last_verdict({created(watched), registered(), notified({about(watched, state::delete_instance)})}),
      Verdict::deviates);
  EXPECT_EQ(
      last_verdict({created(expiring), registered(), notified({about(expiring, state::add_instance)})}),
      Verdict::deviates);
  EXPECT_EQ(last_verdict({registered(), notified({about(expiring, state::delete_instance)})}),
            Verdict::deviates);
}

TEST(ExpiryOfALastingRoute, IsNotNotifiedWithoutARowOrForAMissingLink) {
  Notification without_row = about(expiring, state::delete_instance);
  without_row.row.reset();
  EXPECT_EQ(last_verdict({created(expiring), registered(), notified({without_row})}), Verdict::deviates);
  Notification elsewhere = about(expiring, state::delete_instance);
  elsewhere.row->luid = 0x77;
  EXPECT_EQ(last_verdict({created(expiring), registered(), notified({elsewhere})}), Verdict::deviates);
}

TEST(ASetOfOtherValues, IsNotifiedWhicheverMemberChanges) {
  EXPECT_EQ(verdict_after_set(watched, with(watched, &RouteRow::metric, 7)), Verdict::deviates);
  EXPECT_EQ(verdict_after_set(watched, with(watched, &RouteRow::site_prefix_length, 1)),
            Verdict::deviates);
  EXPECT_EQ(verdict_after_set(watched, with(watched, &RouteRow::protocol, 2)), Verdict::deviates);
  EXPECT_EQ(verdict_after_set(watched, with(watched, &RouteRow::preferred_lifetime_s, 9000)),
            Verdict::deviates);
  const RouteRow finite = with(watched, &RouteRow::preferred_lifetime_s, 9000);
  EXPECT_EQ(verdict_after_set(finite, with(finite, &RouteRow::valid_lifetime_s, 9000)),
            Verdict::deviates);
}

TEST(ASetOfTheSameValues, NeedNotBeNotified) {
  EXPECT_EQ(verdict_after_set(watched, watched), Verdict::conforms);
  EXPECT_EQ(
      verdict_after_set(with(watched, &RouteRow::publish, 1), with(watched, &RouteRow::publish, 2)),
      Verdict::conforms);
  const RouteRow unset = with(watched, &RouteRow::metric, unused_metric);
  EXPECT_EQ(last_verdict({created(unset), read(unset, with(watched, &RouteRow::metric, 256)),
                          registered(), was_set(unset), notified({})}),
            Verdict::conforms);
  EXPECT_EQ(verdict_after_set(unset, with(watched, &RouteRow::metric, automatic_metric)),
            Verdict::conforms)
      << "the stack may have chosen the same value";
  EXPECT_EQ(last_verdict({created(unset), read(unset, with(watched, &RouteRow::metric, 256)),
                          registered(), was_set(with(watched, &RouteRow::metric, 3)), notified({})}),
            Verdict::deviates);
}

TEST(ASetOfARouteFromBefore, NeedNotBeNotifiedIfOnlyTheMetricChanges) {
  Trace trace = trace_of({registered(), was_set(with(watched, &RouteRow::metric, 7)), notified({})});
  trace.initial_routes = {watched};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms) << "the metric may have been read as a sum";
}

TEST(ASumThatDoesNotFit, MayStayAtTheTop) {
  const RouteRow huge = with(watched, &RouteRow::metric, 0xfffffff0);
  EXPECT_EQ(last_verdict({created(huge), read(huge, with(watched, &RouteRow::metric, 0xffffffff))}),
            Verdict::conforms);
}

TEST(ALongerPrefix, WinsAlsoWhereItsMetricIsNotKnown) {
  const RouteRow narrow = with(to(watched, ipv4(10, 1, 0, 0), 16), &RouteRow::metric, unused_metric);
  EXPECT_EQ(broken_rule({created(watched), created(narrow),
                         found_best(best_route_to(ipv4(10, 1, 2, 3)), watched)}),
            "best-route.longest-prefix");
}

TEST(ARouteFromBefore, MayHaveHostBits) {
  const RouteRow untidy = to(watched, ipv4(10, 0, 0, 9), 8);
  Trace trace = trace_of({table_of({untidy}), refused(watched, number::already_exists)});
  trace.initial_routes = {untidy};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(ARouteFromBefore, MayHaveANextHopOfFamily0) {
  const RouteRow left_out = via(watched, no_family);
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
  Trace trace = trace_of({created(watched)});
  trace.initial_routes = {on(watched, second_luid, 2)};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

}  // namespace
}  // namespace netioconf::oracle::engine
