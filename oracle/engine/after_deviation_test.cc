#include <gtest/gtest.h>

#include "oracle/model/calls.h"
#include "oracle/testing/judging.h"

// The steps after a deviation.
namespace netioconf::oracle::engine {
namespace {

// An empty table is not found according to the pages. That Windows answers with success leaves no doubt
// about the tables.
TEST(ADeviationThatOneReadingExplains, HidesNothing) {
  const Step success = table_of({});
  EXPECT_EQ(last_verdict({success, created(a_route()), read(a_route())}), Verdict::conforms);
  EXPECT_EQ(broken_rule({success, created(a_route()), answered(get(a_route()), number::not_found)}),
            "call.refuses-only-as-documented");
  EXPECT_EQ(broken_rule({success, success}), "route-table.empty") << "it deviates again";
}

TEST(ADeviationThatOneReadingExplains, ChangesTheTablesAsThatReadingDoes) {
  const RouteRow left_out = via(a_route(), no_family);
  const RouteRow on_link = via(a_route(), ipv4(0, 0, 0, 0));
  EXPECT_EQ(last_verdict({created(left_out), read(on_link)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(left_out), answered(get(on_link), number::not_found)}),
            Verdict::deviates);
}

TEST(ADeviationThatContradictsOneReading, HidesNothing) {
  const RouteRow second_hop = via(a_route(), ipv4(10, 0, 0, 2));
  const RouteRow elsewhere = to(a_route(), ipv4(11, 0, 0, 0), 8);
  const Steps contradicting = {created(a_route()), created(second_hop), created(elsewhere),
                               refused(via(elsewhere, ipv4(10, 0, 0, 2)), number::already_exists)};
  Steps steps = contradicting;
  EXPECT_EQ(last_verdict(steps), Verdict::deviates);
  steps.push_back(read(second_hop));
  EXPECT_EQ(last_verdict(steps), Verdict::conforms);
  steps.push_back(no_table(Call::route_table, number::not_found));
  EXPECT_EQ(last_verdict(steps), Verdict::deviates);
}

// The calls below cannot change the tables.
TEST(ADeviationOfACallThatSaysNothingOfTheTables, HidesNothing) {
  Step wrong_source = found_best(best_route_to(ipv4(10, 0, 0, 1)), a_route());
  wrong_source.reply.best_source = ipv4(192, 0, 2, 1);
  Link link = a_link();
  link.addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  const LinkRow asked{.family = ipv4_family, .luid = first_luid};
  Step wrong_row =
      answered(RouteCall{.call = Call::initialize_route, .row = a_route()}, number::success);
  const Step again = refused(a_route(), number::already_exists);
  const Step twice = created(a_route());
  const RouteRow with_host_bits = to(a_route(), ipv4(10, 0, 0, 9), 8);  // read in several ways
  for (const Steps& deviating :
       {Steps{wrong_source}, Steps{link_read(asked, LinkRow{})}, Steps{wrong_row},
        Steps{notified({about(a_route(), 1)})}, Steps{notified({about(with_host_bits, 2)})},
        Steps{registered({.family = 7})}}) {
    Steps steps = {created(a_route())};
    steps.insert(steps.end(), deviating.begin(), deviating.end());
    EXPECT_EQ(last_verdict(steps, a_host_with(link)), Verdict::deviates);
    steps.push_back(again);
    EXPECT_EQ(last_verdict(steps, a_host_with(link)), Verdict::conforms);
    steps.back() = twice;
    EXPECT_EQ(last_verdict(steps, a_host_with(link)), Verdict::deviates);
  }
}

TEST(ADeviationOfACallThatSaysNothingOfTheTables, RegistersWhateverIsTrueOfTheTables) {
  const RouteRow kept = to(a_route(), ipv4(10, 0, 0, 9), 8);
  const RouteRow masked = to(a_route(), ipv4(10, 0, 0, 0), 8);
  const RouteRow other = to(a_route(), ipv4(11, 0, 0, 0), 8);
  Notification told = about(other, 1);
  told.registration = 1;
  for (const RouteRow& first : {kept, masked}) {
    const Steps steps = {created(kept),  registered({.family = 7}), registered(),
                         created(other), notified({told}),          table_of({first, other})};
    EXPECT_EQ(last_verdict(steps), Verdict::conforms);
  }
}

TEST(ADeviationOfACallThatSaysNothingOfTheTables, IsReportedOnce) {
  const Steps missing = {registered(), created(a_route()), notified({})};
  EXPECT_EQ(last_verdict(missing), Verdict::deviates);
  const auto then = [&](const Notifications& seen) {
    Steps steps = missing;
    steps.push_back(notified(seen));
    return last_verdict(steps);
  };
  EXPECT_EQ(then({}), Verdict::conforms);
  EXPECT_EQ(then({about(a_route(), 1)}), Verdict::conforms) << "it is late";
  const Steps not_cancelled = {registered(), answered(CancelCall{}, number::invalid_parameter)};
  EXPECT_EQ(last_verdict(not_cancelled), Verdict::deviates);
  Steps steps = not_cancelled;
  steps.push_back(created(a_route()));
  steps.push_back(notified({about(a_route(), 1)}));
  EXPECT_EQ(last_verdict(steps), Verdict::conforms) << "whether it is cancelled is not known";
}

// That it had to fail, or was refused for no reason of the tables, leaves them as they were.
TEST(ADeviationOfAFailure, HidesNothing) {
  const Steps there = {created(a_route())};
  const Step again = created(a_route());
  const RouteRow bad = with(a_route(), &RouteRow::valid_lifetime_s, 60);
  for (const Step& step : {refused(bad, number::not_supported),
                           answered(null_row(Call::delete_route), number::not_supported),
                           answered(get(a_route()), number::invalid_parameter),
                           no_table(Call::route_table, number::invalid_parameter)}) {
    Steps steps = there;
    steps.push_back(step);
    EXPECT_EQ(last_verdict(steps), Verdict::deviates);
    steps.push_back(again);
    EXPECT_EQ(broken_rule(steps), "route.duplicate");
  }
}

TEST(ADeviationOfAFailure, LeavesTheRestUndecidedIfTheTablesMayDiffer) {
  Step kept = no_table(Call::route_table, number::invalid_parameter);
  std::get<TableCall>(kept.operation).keep = true;
  for (const Step& step : {answered(get(a_route()), number::not_found),
                           no_table(Call::route_table, number::not_found), kept}) {
    const Steps steps = {created(a_route()), step};
    EXPECT_EQ(last_verdict(steps), Verdict::deviates);
    EXPECT_EQ(last_verdict({created(a_route()), step, created(a_route())}), Verdict::undecided);
  }
}

TEST(ACreateWithoutMemory, IsUndecidedAlsoIfItHadToFail) {
  EXPECT_EQ(last_verdict({created(a_route()), refused(a_route(), 0xC0000017)}), Verdict::undecided);
}

TEST(ADeviationThatNothingExplains, LeavesTheRestUndecided) {
  EXPECT_EQ(last_verdict({refused(a_route(), number::not_supported), read(a_route())}),
            Verdict::undecided);
}

// Under Windows, the route and the source address are each explained by a weak host.
TEST(ADeviationOfASearch, HidesNothingIfSeveralReadingsExplainIt) {
  Host host = a_host_with_two_links();
  const SocketAddress of_second_link = ipv4(10, 0, 0, 5);
  host.links[0].addresses = {{.address = ipv4(10, 0, 0, 9), .length = 8}};
  host.links[1].addresses = {{.address = of_second_link, .length = 8},
                             {.address = ipv4(10, 0, 0, 6), .length = 8}};
  const BestRouteCall call{.luid = 0, .source = of_second_link, .destination = ipv4(10, 1, 2, 3)};
  Step search = found_best(call, a_route());
  search.reply.best_source = ipv4(10, 0, 0, 6);
  const auto finding_of = [&](const Steps& steps) {
    return last_finding(trace_of(steps, host), readings::Profile::windows);
  };
  const Finding deviation = finding_of({created(a_route()), search});
  EXPECT_EQ(deviation.verdict, Verdict::deviates);
  EXPECT_EQ(deviation.explained_by.size(), 2U);
  EXPECT_EQ(finding_of({created(a_route()), search, read(a_route())}).verdict, Verdict::conforms);
}

TEST(ACallThatWroteOutsideOfItsMemory, LeavesTheRestUndecided) {
  const LinkRow asked{.family = ipv4_family, .luid = first_luid};
  Step step = link_read(asked, {.family = ipv4_family, .luid = first_luid, .index = 1, .metric = 25});
  EXPECT_EQ(last_verdict({step, created(a_route())}), Verdict::conforms);
  step.reply.wrote_outside = true;
  EXPECT_EQ(last_verdict({step}), Verdict::deviates);
  EXPECT_EQ(last_verdict({step, created(a_route())}), Verdict::undecided);
  step.reply.link->metric = 26;
  EXPECT_EQ(last_verdict({step, created(a_route())}), Verdict::undecided) << "also if more is wrong";
}

// Each refused Set doubles what is possible, and so does the refused Create, which one earlier answer
// contradicts.
TEST(ADeviationThatContradictsOneReading, LeavesTheRestUndecidedIfTooMuchIsPossible) {
  const auto last_after = [](std::uint8_t routes) {
    Judge judge{readings::Profile::documented};
    const RouteRow sentinel = with(a_route(), &RouteRow::site_prefix_length, std::uint8_t{255});
    (void)judge.judge(trace_of({created(sentinel)}));
    Steps steps;
    for (std::uint8_t i = 0; i < routes; ++i) {
      const RouteRow brief = to(a_short_lived_route(), ipv4(10, i, 0, 0), 16);
      steps.push_back(created(brief));
      steps.push_back(
          answered(set(with(brief, &RouteRow::preferred_lifetime_s, 61)), number::invalid_parameter));
    }
    steps.push_back(created(a_short_lived_route()));
    steps.push_back(refused(with(a_short_lived_route(), &RouteRow::site_prefix_length, 255),
                            number::invalid_parameter));
    steps.push_back(created(an_ipv6_route()));
    const std::vector<Finding> findings = judge.judge(trace_of(steps)).findings;
    EXPECT_EQ(findings[findings.size() - 2].verdict, Verdict::deviates);
    EXPECT_EQ(findings[findings.size() - 2].contradicts.size(), 1U);
    return findings.back();
  };
  EXPECT_EQ(last_after(3).verdict, Verdict::conforms);
  EXPECT_EQ(last_after(7).verdict, Verdict::undecided);
  EXPECT_EQ(last_after(7).why, "an earlier step of the script deviated");
}

}  // namespace
}  // namespace netioconf::oracle::engine
