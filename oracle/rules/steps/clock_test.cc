#include <gtest/gtest.h>

#include "oracle/testing/judging.h"

// netioconf_advance: from the first call on, lifetimes and ages are exact.
namespace netioconf::oracle::rules::steps {
namespace {

const RouteRow short_lived = a_short_lived_route();  // 60 s
const RouteRow lasting = a_route();
const Step gone = no_table(Call::route_table, number::not_found);

RouteRow aged(const RouteRow& row, std::uint32_t seconds) {
  return with(row, &RouteRow::age_s, seconds);
}

Steps after(const RouteRow& row, std::uint32_t seconds, const Step& step) {
  return {advanced(0), created(row), advanced(seconds), step};
}

TEST(AnAge, GrowsByTheSecondsOfAnAdvance) {
  EXPECT_EQ(broken_rule(after(lasting, 7, read(lasting, aged(lasting, 7)))), "");
  EXPECT_EQ(broken_rule(after(lasting, 7, read(lasting, aged(lasting, 6)))), "route.age");
  EXPECT_EQ(broken_rule(after(lasting, 7, read(lasting, aged(lasting, 8)))), "route.age");
  EXPECT_EQ(broken_rule(after(lasting, 0, read(lasting, aged(lasting, 1)))), "route.age");
}

TEST(AnAge, IsAnythingOnceItMayNotFit) {
  const auto seen_after = [](std::uint32_t seconds, std::uint32_t seen) {
    return broken_rule({advanced(0), created(lasting), advanced(seconds), advanced(2),
                        read(lasting, aged(lasting, seen))});
  };
  EXPECT_EQ(seen_after(0xffffffff - 3, 0), "route.age");
  EXPECT_EQ(seen_after(0xffffffff - 3, 0xffffffff - 1), "");
  EXPECT_EQ(seen_after(0xffffffff, 1), "");
  EXPECT_EQ(seen_after(0xffffffff, 0xffffffff), "");
}

TEST(AnAge, IsAnythingOnceItMayNotFitByAClockThatRanBefore) {
  const auto seen_after = [](std::uint32_t seconds, std::uint32_t seen) {
    return broken_rule({created(lasting), advanced(seconds), read(lasting, aged(lasting, seen))});
  };
  EXPECT_EQ(seen_after(0xffffffff - 3600, 5), "route.age");
  EXPECT_EQ(seen_after(0xffffffff - 3599, 5), "");
}

TEST(AnAge, StartsAgainWithASetAndNotWithAGet) {
  const Steps read_twice = {advanced(0), created(lasting), advanced(7), read(lasting, aged(lasting, 7)),
                            read(lasting, lasting)};
  EXPECT_EQ(broken_rule(read_twice), "route.age");
  const Steps set_again = {advanced(0),      created(lasting), advanced(7),
                           was_set(lasting), advanced(2),      read(lasting, aged(lasting, 2))};
  EXPECT_EQ(broken_rule(set_again), "");
}

// Age counts from the last modification. No page says whether a Set that changes nothing is one.
TEST(AnAge, MayStayWithASetThatChangesNothing) {
  const auto broken_after = [](const RouteRow& set, std::uint32_t seen) {
    return broken_rule({advanced(0), created(lasting), advanced(7), was_set(set), advanced(2),
                        read(set, aged(set, seen))});
  };
  EXPECT_EQ(broken_after(lasting, 9), "");
  EXPECT_EQ(broken_after(lasting, 2), "");
  EXPECT_EQ(broken_after(lasting, 7), "route-set.age");
  EXPECT_EQ(broken_after(with(lasting, &RouteRow::metric, 8), 9), "route-set.age");
}

TEST(AnAge, OfARouteFromBeforeTheClockStoodIsNotExact) {
  const auto seen = [](std::uint32_t age_s) {
    return broken_rule({created(lasting), advanced(7), read(lasting, aged(lasting, age_s))});
  };
  EXPECT_EQ(seen(7), "");
  EXPECT_EQ(seen(3607), "");
  EXPECT_EQ(seen(6), "route.age");
  EXPECT_EQ(seen(3608), "route.age");
}

TEST(AnAdvance, EndsARouteAfterItsValidLifetime) {
  EXPECT_EQ(broken_rule(after(short_lived, 59, table_of({aged(short_lived, 59)}))), "");
  EXPECT_EQ(broken_rule(after(short_lived, 59, gone)), "clock.expiry");
  EXPECT_EQ(broken_rule(after(short_lived, 0, gone)), "route.takes-effect");
  EXPECT_EQ(broken_rule(after(short_lived, 60, table_of({aged(short_lived, 60)}))), "");
  EXPECT_EQ(broken_rule(after(short_lived, 60, gone)), "");
  EXPECT_EQ(broken_rule(after(short_lived, 61, table_of({aged(short_lived, 61)}))), "clock.expiry");
  EXPECT_EQ(broken_rule(after(short_lived, 61, gone)), "");
  EXPECT_EQ(broken_rule(after(lasting, 0xffffffff, gone)), "route.takes-effect") << "it is infinite";
}

// The clock ran before, so that the age of the route is at least that.
TEST(AnAdvance, EndsARouteFromBeforeTheClockStood) {
  const auto broken_when_there = [](std::uint32_t seconds) {
    return broken_rule(
        {created(short_lived), advanced(seconds), table_of({aged(short_lived, seconds)})});
  };
  EXPECT_EQ(broken_when_there(60), "");
  EXPECT_EQ(broken_when_there(61), "clock.expiry");
  EXPECT_EQ(broken_rule({created(short_lived), advanced(61), gone}), "");
  EXPECT_EQ(broken_rule({created(short_lived), advanced(30), gone}), "");
  EXPECT_EQ(
      broken_rule({created(short_lived), advanced(30), advanced(31), table_of({aged(short_lived, 61)})}),
      "clock.expiry");
}

TEST(AnAdvance, EndsARouteFromBeforeTheScript) {
  const auto verdict_when_there = [](std::uint32_t seconds) {
    Trace trace = trace_of({advanced(seconds), table_of({aged(short_lived, 1000)})});
    trace.initial_routes = {aged(short_lived, 900)};
    return last_finding(trace).verdict;
  };
  EXPECT_EQ(verdict_when_there(60), Verdict::conforms) << "the lifetime may be what is left of it";
  EXPECT_EQ(verdict_when_there(61), Verdict::deviates);
}

TEST(AnAdvance, EndsARouteWithoutALifetime) {
  const RouteRow ended =
      with(with(short_lived, &RouteRow::valid_lifetime_s, 0), &RouteRow::preferred_lifetime_s, 0);
  EXPECT_EQ(broken_rule(after(ended, 0, table_of({ended}))), "");
  EXPECT_EQ(broken_rule(after(ended, 5, table_of({aged(ended, 5)}))), "clock.expiry");
  EXPECT_EQ(broken_rule(after(ended, 5, gone)), "");
}

TEST(AnAdvance, MayTakeTheRouteThatLastsUntilThen) {
  const Step there = table_of({aged(short_lived, 60)});
  EXPECT_EQ(last_verdict({advanced(0), created(short_lived), advanced(60), there,
                          created(to(short_lived, ipv4(11, 0, 0, 0), 8)), advanced(60), gone}),
            Verdict::deviates)
      << "one answer holds for all routes";
}

TEST(AnAdvance, SparesAnImmortalRouteOrNot) {
  const RouteRow immortal = with(short_lived, &RouteRow::immortal, 1);
  EXPECT_EQ(broken_rule(after(immortal, 61, gone)), "");
  EXPECT_EQ(broken_rule(after(immortal, 61, table_of({aged(immortal, 61)}))), "");
}

TEST(AnAdvance, ByTheFirstCallStopsTheClock) {
  EXPECT_EQ(broken_rule({created(short_lived), advanced(0), gone}), "") << "the clock ran before";
  EXPECT_EQ(broken_rule({advanced(0), created(short_lived), gone}), "route.takes-effect");
  EXPECT_EQ(broken_rule({advanced(0), created(short_lived), was_set(short_lived), gone}),
            "route-set.takes-effect");
}

// The stack has chosen the lifetimes in place of those that are not valid.
TEST(AnAdvance, MayEndARouteWhoseLifetimeIsNotKnown) {
  const RouteRow spoiled = with(lasting, &RouteRow::valid_lifetime_s, 60);
  const Steps before = {advanced(0), created(lasting), was_set(spoiled), advanced(61)};
  const RouteRow chosen = with(lasting, &RouteRow::valid_lifetime_s, 7200);
  for (const Step& shown : {table_of({aged(chosen, 61)}), gone}) {
    Steps steps = before;
    steps.push_back(shown);
    EXPECT_EQ(broken_rule(steps), "");
  }
}

TEST(ASet, RenewsALifetime) {
  const Steps renewed = {advanced(0), created(short_lived), advanced(50), was_set(short_lived),
                         advanced(50)};
  Steps there = renewed;
  there.push_back(table_of({aged(short_lived, 50)}));
  EXPECT_EQ(broken_rule(there), "");
  Steps ended = renewed;
  ended.push_back(gone);
  EXPECT_EQ(broken_rule(ended), "clock.expiry");
}

TEST(ALifetime, IsAsGivenOrWhatIsExactlyLeft) {
  const RouteRow row =
      with(with(lasting, &RouteRow::valid_lifetime_s, 7200), &RouteRow::preferred_lifetime_s, 100);
  const auto seen = [&](std::uint32_t valid_s, std::uint32_t preferred_s, std::uint32_t seconds) {
    const RouteRow left = with(with(aged(row, seconds), &RouteRow::valid_lifetime_s, valid_s),
                               &RouteRow::preferred_lifetime_s, preferred_s);
    return broken_rule(after(row, seconds, read(row, left)));
  };
  EXPECT_EQ(seen(7200, 100, 60), "");
  EXPECT_EQ(seen(7140, 40, 60), "");
  EXPECT_EQ(seen(7140, 0, 60), "route-get.keeps-members");
  EXPECT_EQ(seen(7139, 40, 60), "route-get.keeps-members");
  EXPECT_EQ(seen(7080, 0, 120), "") << "nothing is left of it";
}

TEST(ASet, OfWhatIsLeftOfTheLifetimesNeedNotCauseACallback) {
  const auto lifetimes = [](std::uint32_t seconds) {
    return with(with(lasting, &RouteRow::valid_lifetime_s, seconds), &RouteRow::preferred_lifetime_s,
                seconds);
  };
  const auto broken_with = [&](std::uint32_t read_s, std::uint32_t set_s) {
    return broken_rule({advanced(0), created(lifetimes(1000)), registered(), advanced(400),
                        read(lasting, aged(lifetimes(read_s), 400)), was_set(lifetimes(set_s)),
                        notified({})});
  };
  EXPECT_EQ(broken_with(600, 600), "");
  EXPECT_EQ(broken_with(600, 601), "notify.one-per-change");
  EXPECT_EQ(broken_with(1000, 600), "notify.one-per-change") << "they do not count down";
  EXPECT_EQ(broken_with(1000, 1000), "");
}

// When a route that may have expired before the clock stood has expired is not known.
TEST(AnExpiry, OfARouteFromBeforeTheClockStoodMayCauseACallbackBefore) {
  const Notification ended = about(short_lived, 2);
  const Steps before = {registered(), created(short_lived), notified({about(short_lived, 1)}),
                        advanced(61)};
  for (const Notifications& seen : {Notifications{}, Notifications{ended}}) {
    Steps steps = before;
    steps.push_back(notified(seen));
    EXPECT_EQ(broken_rule(steps), "");
  }
}

TEST(AnExpiry, ThatCausedACallbackBeforeItWasCertainCausesNoOther) {
  const Notification ended = about(short_lived, 2);
  const auto broken_with = [&](const Notifications& before, const Notifications& after) {
    return broken_rule({registered(), created(short_lived), notified({about(short_lived, 1)}),
                        advanced(30), notified(before), advanced(31), gone, notified(after)});
  };
  EXPECT_EQ(broken_with({ended}, {}), "");
  EXPECT_EQ(broken_with({}, {ended}), "");
}

// The callback before the cancellation is collected after it.
TEST(AnExpiry, OfARouteFromBeforeTheClockStoodMayCauseACallbackBeforeItsCancellation) {
  const Notification ended = about(short_lived, 2);
  const auto broken_after = [&](std::uint32_t seconds, const Notifications& seen) {
    return broken_rule({created(short_lived), registered(), advanced(seconds),
                        answered(CancelCall{}, number::success), advanced(30), notified(seen)});
  };
  EXPECT_EQ(broken_after(60, {}), "");
  EXPECT_EQ(broken_after(60, {ended}), "");
  EXPECT_EQ(broken_after(60, {ended, ended}), "notify-cancel.no-more");
}

// A callback is taken for the expiry that must cause one before it is taken for one that may.
TEST(AnExpiry, ThatMayHaveCausedACallbackTakesNoneOfALaterOne) {
  const Notification added = about(short_lived, 1);
  const Notification ended = about(short_lived, 2);
  EXPECT_EQ(broken_rule({registered(), created(short_lived), notified({added}), advanced(30),
                         notified({ended}), advanced(31), created(short_lived), notified({added}),
                         advanced(61), notified({ended}), gone, notified({})}),
            "");
}

TEST(AnExpiry, ThatATableOrACreateShowsMayCauseACallback) {
  const Notification ended = about(short_lived, 2);
  const RouteRow other = to(lasting, ipv4(11, 0, 0, 0), 8);
  const Steps before = {created(other), created(short_lived), advanced(59), registered(), advanced(1)};
  const Step shown = table_of({aged(other, 60)});
  const auto broken_after = [&](const Steps& more) {
    Steps steps = before;
    steps.insert(steps.end(), more.begin(), more.end());
    return broken_rule(steps);
  };
  EXPECT_EQ(broken_after({shown, notified({ended})}), "");
  EXPECT_EQ(broken_after({shown, notified({})}), "");
  EXPECT_EQ(broken_after({shown, notified({ended, ended})}), "notify.one-per-change");
  EXPECT_EQ(broken_after({created(lasting), notified({ended, about(lasting, 1)})}), "");
  EXPECT_EQ(broken_after({created(lasting), notified({about(lasting, 1)})}), "");
}

TEST(AnExpiry, CausesOneCallback) {
  const Notification notice = about(short_lived, 2);
  const Steps before = {advanced(0), registered(), created(short_lived),
                        notified({about(short_lived, 1)}), advanced(61)};
  const auto broken_with = [&](const Steps& more) {
    Steps steps = before;
    steps.insert(steps.end(), more.begin(), more.end());
    return broken_rule(steps);
  };
  EXPECT_EQ(broken_with({notified({notice})}), "");
  EXPECT_EQ(broken_with({notified({})}), "") << "the table was not read yet";
  EXPECT_EQ(broken_with({notified({}), gone, notified({})}), "notify.one-per-change");
  EXPECT_EQ(broken_with({notified({}), gone, notified({notice})}), "");
  EXPECT_EQ(broken_with({gone, notified({})}), "notify.one-per-change");
  EXPECT_EQ(broken_with({table_of({}), notified({})}), "notify.one-per-change");
  EXPECT_EQ(broken_with({gone, notified({notice})}), "");
  EXPECT_EQ(broken_with({notified({notice, notice})}), "notify.one-per-change");
  EXPECT_EQ(broken_with({notified({notice}), notified({notice})}), "notify.one-per-change");
}

TEST(AnAdvance, ThatIsNotAvailableLeavesTheClockRunning) {
  Step missing = advanced(0);
  missing.reply.ending = Ending::unavailable;
  EXPECT_EQ(broken_rule({missing, created(short_lived), gone}), "");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
