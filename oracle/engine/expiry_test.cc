#include <gtest/gtest.h>

#include "oracle/state/state.h"
#include "oracle/testing/judging.h"

// A route with a valid lifetime shorter than a script's maximum duration may expire at any step.
namespace netioconf::oracle::engine {
namespace {

const RouteRow brief = a_short_lived_route();
const RouteRow lasting = to(a_route(), ipv4(11, 0, 0, 0), 8);

RouteRow valid_for(std::uint32_t seconds) {
  return with(with(a_route(), &RouteRow::valid_lifetime_s, seconds), &RouteRow::preferred_lifetime_s, 0);
}

TEST(ARoute, LastsWhenItIsValidLongerThanAScriptRuns) {
  const Step gone = no_table(Call::route_table, number::not_found);
  EXPECT_EQ(last_verdict({created(valid_for(state::script_time_limit_s - 1)), gone}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(valid_for(state::script_time_limit_s)), gone}), Verdict::deviates);
}

TEST(AShortLivedRoute, MayBeInTheTableOrNot) {
  EXPECT_EQ(last_verdict({created(brief), created(lasting), table_of({lasting})}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(brief), created(lasting), table_of({brief, lasting})}),
            Verdict::conforms);
  EXPECT_EQ(last_verdict({created(brief), created(lasting), table_of({brief})}), Verdict::deviates);
  EXPECT_EQ(last_verdict({created(brief), table_of({brief})}), Verdict::conforms);
}

TEST(AShortLivedRoute, DoesNotComeBack) {
  EXPECT_EQ(
      last_verdict({created(brief), created(lasting), table_of({lasting}), table_of({brief, lasting})}),
      Verdict::deviates);
  EXPECT_EQ(last_verdict({created(brief), created(brief), table_of({brief})}), Verdict::conforms)
      << "unless it is created again";
}

TEST(AShortLivedRoute, IsADuplicateOnlyWhileItIsThere) {
  const Step duplicate = refused(brief, number::already_exists);
  EXPECT_EQ(last_verdict({created(brief), duplicate}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(brief), created(brief)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(brief), created(brief), duplicate}), Verdict::conforms);
  const RouteRow second_hop = via(a_route(), ipv4(10, 0, 0, 2));
  EXPECT_EQ(last_verdict({created(brief), refused(second_hop, number::already_exists)}),
            Verdict::conforms);
  EXPECT_EQ(last_verdict({created(brief), created(second_hop)}), Verdict::conforms);
}

// Its expiry decides nothing about the question duplicate-key.
TEST(AShortLivedRoute, DoesNotDecideWhatADuplicateIs) {
  const auto prefix_is_key = [](const RouteRow& first) {
    Judge judge{readings::Profile::documented};
    (void)judge.judge(trace_of({created(first), created(via(a_route(), ipv4(10, 0, 0, 2)))}));
    return judge.followed().front().decided;
  };
  EXPECT_TRUE(prefix_is_key(a_route()));
  EXPECT_FALSE(prefix_is_key(brief));
}

TEST(AShortLivedRoute, MayBeMissingWhenItIsAskedFor) {
  for (const Operation& operation : {set(brief), get(brief), remove(brief)}) {
    EXPECT_EQ(last_verdict({created(brief), answered(operation, number::not_found)}), Verdict::conforms);
    EXPECT_EQ(last_verdict({created(brief), answered(operation, number::success)}), Verdict::conforms);
  }
  EXPECT_EQ(last_verdict({created(brief), answered(get(brief), number::not_found), read(brief)}),
            Verdict::deviates)
      << "and afterwards it does not exist";
}

TEST(AShortLivedRoute, MayBeOneThatWasThereBefore) {
  Trace trace = trace_of({no_table(Call::route_table, number::not_found)});
  trace.initial_routes = {brief};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
  trace.initial_routes = {lasting};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::deviates);
  trace.steps = {table_of({lasting})};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(AShortLivedRoute, MayHaveReachedItsAgeBefore) {
  const auto verdict_of_absence = [](std::uint32_t age_s) {
    Trace trace = trace_of({table_of({lasting})});
    trace.initial_routes = {with(valid_for(7200), &RouteRow::age_s, age_s), lasting};
    return last_finding(trace).verdict;
  };
  EXPECT_EQ(verdict_of_absence(7199), Verdict::conforms);
  EXPECT_EQ(verdict_of_absence(0), Verdict::deviates);
}

TEST(ARoute, LastsOnceItWasSetTo) {
  const Step gone = no_table(Call::route_table, number::not_found);
  EXPECT_EQ(last_verdict({created(brief), was_set(a_route()), gone}), Verdict::deviates);
  EXPECT_EQ(last_verdict({created(a_route()), was_set(brief), gone}), Verdict::conforms);
}

}  // namespace
}  // namespace netioconf::oracle::engine
