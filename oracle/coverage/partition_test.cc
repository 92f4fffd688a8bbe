#include "oracle/coverage/partition.h"

#include <gtest/gtest.h>

#include "oracle/coverage/coverage.h"
#include "oracle/rules/catalogue.h"
#include "oracle/testing/judging.h"

namespace netioconf::oracle::coverage {
namespace {

std::string words_of(const Operation& operation) {
  return describe(call_of(operation), partition_of(operation));
}

std::string of_route(const RouteRow& row) { return words_of(create(row)); }

TEST(ThePartitionOfARoute, SaysWhatKindEachMemberIs) {
  EXPECT_EQ(
      of_route(a_route()),
      "by both, to ipv4 ordinary prefix, via ipv4 ordinary, lifetimes equal, site prefix within prefix");
  EXPECT_EQ(of_route(with(to(on(a_route(), 0, 1), ipv6(0, 0), 0), &RouteRow::preferred_lifetime_s, 1)),
            "by index, to ipv6 unspecified length 0, via ipv4 ordinary, preferred below valid, "
            "site prefix within prefix");
  EXPECT_EQ(
      of_route(with(to(on(a_route(), 1, 0), ipv4(127, 0, 0, 1), 32), &RouteRow::valid_lifetime_s, 1)),
      "by luid, to ipv4 loopback host, via ipv4 ordinary, preferred above valid, "
      "site prefix within prefix");
  EXPECT_EQ(of_route(via(
                with(to(on(a_route(), 0, 0), unknown_family, 129), &RouteRow::site_prefix_length, 130),
                no_family)),
            "no link, to unknown family too long, via no family, lifetimes equal, "
            "site prefix above prefix");
  EXPECT_EQ(of_route(with(a_route(), &RouteRow::site_prefix_length, 255)),
            "by both, to ipv4 ordinary prefix, via ipv4 ordinary, lifetimes equal, site prefix 255");
}

TEST(ThePartitionOfAnyOtherCall, SaysWhatIsAskedFor) {
  EXPECT_EQ(words_of(null_row(Call::create_route)), "NULL");
  EXPECT_EQ(words_of(null_row(Call::create_anycast)), "NULL");
  EXPECT_EQ(words_of(null_row(Call::get_link)), "NULL");
  EXPECT_EQ(words_of(create(an_anycast())), "by both, ipv6 ordinary");
  EXPECT_EQ(words_of(TableCall{.family = 2}), "family 2");
  EXPECT_EQ(words_of(TableCall{.family = 2, .null_table = true}), "NULL");
  EXPECT_EQ(words_of(KeptTableCall{}), "kept table");
  EXPECT_EQ(words_of(best_route_to(ipv4(10, 0, 0, 1))), "by luid, to ipv4 ordinary");
  EXPECT_EQ(words_of(BestRouteCall{}), "no link, to NULL");
  EXPECT_EQ(words_of(NotifyCall{.family = 23}), "family 23");
  EXPECT_EQ(words_of(CancelCall{}), "registration");
  EXPECT_EQ(words_of(CollectCall{}), "callbacks");
  EXPECT_EQ(words_of(LinkCall{LinkRow{.family = 2, .index = 1}}), "by index, family 2");
}

TEST(ThePartitionOfAnyOtherCall, HasTheSameWordsForCallsOfOneShape) {
  const Partition partition{{1, 2, 3}};
  EXPECT_EQ(describe(Call::anycast_table, partition), describe(Call::route_table, partition));
  EXPECT_EQ(describe(Call::get_anycast, partition), describe(Call::create_anycast, partition));
  EXPECT_EQ(describe(Call::delete_anycast, partition), describe(Call::create_anycast, partition));
  EXPECT_EQ(describe(Call::reread_table, partition), describe(Call::free_table, partition));
}

Coverage covered_by(const Steps& steps) {
  engine::Judge judge{readings::Profile::documented};
  (void)judge.judge(trace_of(steps));
  return judge.coverage();
}

TEST(Coverage, KnowsEveryRuleFromTheBeginning) {
  const Coverage coverage = covered_by({});
  EXPECT_EQ(coverage.rules.size(), rules::rules().size());
  EXPECT_EQ(coverage.rules.at("route.lifetimes"), RuleCoverage{});
  EXPECT_TRUE(coverage.cells.empty() && coverage.states.empty());
}

TEST(Coverage, CountsTheEntriesUpToOne) {
  const RouteRow row = a_route();
  const std::map<std::string, std::uint64_t, std::less<>> expected = {
      {"0 route(s), 0 anycast address(es)", 1},
      {"1 route(s), 0 anycast address(es)", 1},
      {"several route(s), 0 anycast address(es)", 2},
      {"several route(s), 1 anycast address(es)", 1},
      {"several route(s), several anycast address(es)", 1}};
  EXPECT_EQ(covered_by({created(row), created(to(row, ipv4(11, 0, 0, 0), 8)),
                        created(to(row, ipv4(12, 0, 0, 0), 8)), created(an_anycast()),
                        created(an_ipv4_anycast()), read(an_anycast())})
                .states,
            expected);
}

TEST(Coverage, CountsARuleAloneTogetherAndHeldOff) {
  const RouteRow spoiled = with(a_route(), &RouteRow::valid_lifetime_s, 60);
  const Coverage coverage =
      covered_by({refused(spoiled, number::invalid_parameter),
                  refused(to(spoiled, no_family, 0), number::invalid_parameter), created(a_route())});
  EXPECT_EQ(coverage.rules.at("route.lifetimes"),
            (RuleCoverage{.alone = 1, .together = 1, .held_off = 1}));
  EXPECT_EQ(coverage.rules.at("route-set.lifetimes"), RuleCoverage{})
      << "the script does not make its call";
  EXPECT_EQ(coverage.rules.at("route.takes-effect"),
            (RuleCoverage{.alone = 1, .together = 0, .held_off = 2}))
      << "an effect applies if the call succeeds";
  const Cell cell{Call::create_route, words_of(create(a_route())), Status::success};
  EXPECT_EQ(coverage.cells.at(cell), 1U);
  EXPECT_EQ(coverage.states.at("0 route(s), 0 anycast address(es)"), 3U);
}

TEST(Coverage, DoesNotCountWhatWasSkipped) {
  EXPECT_EQ(covered_by({ended(create(a_route()), Ending::unavailable)}), covered_by({}));
}

}  // namespace
}  // namespace netioconf::oracle::coverage
