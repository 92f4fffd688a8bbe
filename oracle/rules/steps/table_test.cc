#include <gtest/gtest.h>

#include "oracle/state/step_outcome.h"
#include "oracle/testing/judging.h"
#include "oracle/words/describe.h"

namespace netioconf::oracle::rules::steps {
namespace {

const RouteRow one = a_route();
const RouteRow other = to(one, ipv4(11, 0, 0, 0), 8);
const AnycastRow anycast = an_anycast();
const AnycastRow other_anycast = an_ipv4_anycast();

// A wrong table is attributed to the call before it.
TEST(ARouteTable, ShowsThatACreateTookEffect) {
  EXPECT_EQ(last_verdict({created(one), table_of({one})}), Verdict::conforms);
  EXPECT_EQ(broken_rule({created(other), created(one), table_of({other})}), "route.takes-effect");
  EXPECT_EQ(broken_rule({created(other), created(one), table_of({one})}), "route.exactly-one-change");
  EXPECT_EQ(broken_rule({created(one), table_of({one, other})}), "route.exactly-one-change");
}

TEST(ARouteTable, ShowsThatADeleteTookEffect) {
  const Steps before = {created(one), created(other), removed(one)};
  const auto after = [&](const RouteRows& rows) {
    Steps steps = before;
    steps.push_back(table_of(rows));
    return broken_rule(steps);
  };
  EXPECT_EQ(after({other}), "");
  EXPECT_EQ(after({one, other}), "route-delete.takes-effect");
  EXPECT_EQ(after({}), "route-delete.exactly-one-change");
}

TEST(ARouteTable, ShowsThatAFailureChangedNothing) {
  const Step failed = refused(with(other, &RouteRow::valid_lifetime_s, 5), number::invalid_parameter);
  EXPECT_EQ(last_verdict({created(one), failed, table_of({one})}), Verdict::conforms);
  EXPECT_EQ(broken_rule({created(one), failed, table_of({one, other})}), "route.unchanged-on-failure");
  EXPECT_EQ(
      broken_rule({created(one), created(other),
                   answered(remove(on(one, second_luid, 0)), number::not_found), table_of({other})}),
      "route-delete.unchanged-on-failure");
}

TEST(ARouteTable, LaysAnEntryThatWasReadToTheCallThatShouldHaveLeftItAlone) {
  const RouteRow changed = with(one, &RouteRow::metric, 77);
  const Steps before = {created(one), table_of({one})};
  const auto broken_by = [&](const Step& call, const RouteRows& rows) {
    Steps steps = before;
    steps.push_back(call);
    steps.push_back(table_of(rows));
    return broken_rule(steps);
  };
  EXPECT_EQ(broken_by(refused(changed, number::already_exists), {changed}),
            "route.unchanged-on-failure");
  EXPECT_EQ(broken_by(created(other), {changed, other}), "route.exactly-one-change");
  EXPECT_EQ(broken_rule({created(one), table_of({one}), table_of({changed})}), "route-table.metric");
}

TEST(ATable, NamesWhatIsMissingWithBothIdentifiersOfItsLink) {
  const auto missing_after = [](const Step& creation, const Step& look) {
    return last_finding({creation, look}).mismatches.at(0).member;
  };
  const Step routes = table_of({});
  const Step anycasts = anycast_table_of({});
  for (const auto& [luid, index] : {std::pair{first_luid, 0U}, std::pair{std::uint64_t{0}, 1U}}) {
    EXPECT_EQ(missing_after(created(on(one, luid, index)), routes),
              words::describe(on(one, first_luid, 1)));
    EXPECT_EQ(missing_after(created(on(anycast, luid, index)), anycasts),
              words::describe(on(anycast, first_luid, 1)));
  }
}

TEST(ARouteTable, ShowsWhatACallOfTheOtherTableDid) {
  const Steps steps = {created(one), table_of({one}), created(an_anycast()), table_of({})};
  EXPECT_EQ(broken_rule(steps), "anycast.exactly-one-change");
  EXPECT_EQ(broken_rule({created(one), table_of({one}), created(an_anycast()), table_of({one}),
                         anycast_table_of({})}),
            "anycast.takes-effect");
}

TEST(ARouteTable, LaysRowsWhereThereShouldBeNoneToTheChange) {
  EXPECT_EQ(broken_rule({refused(with(one, &RouteRow::valid_lifetime_s, 5), number::invalid_parameter),
                         table_of({one})}),
            "route.unchanged-on-failure");
  EXPECT_EQ(broken_rule({created(one), table_of({one}), removed(one), table_of({one})}),
            "route-delete.takes-effect");
  EXPECT_EQ(broken_rule({created(an_anycast()), table_of({one})}), "anycast.exactly-one-change");
  EXPECT_EQ(broken_rule({table_of({one})}), "route-table.empty");
  const Step looked = anycast_table_of({anycast});
  EXPECT_EQ(broken_rule({created(anycast), looked, removed(anycast), looked}),
            "anycast-delete.takes-effect");
}

TEST(ATable, LaysRowsWhereThereShouldBeNoneToAChangeOfTheOther) {
  const Step routes = table_of({one});
  const Step anycasts = anycast_table_of({anycast});
  EXPECT_EQ(broken_rule({created(one), routes, removed(one), anycasts}),
            "route-delete.exactly-one-change");
  EXPECT_EQ(broken_rule({created(anycast), anycasts, removed(anycast), routes}),
            "anycast-delete.exactly-one-change");
}

TEST(ATable, LaysItsEmptinessToAChangeOfTheOther) {
  const auto emptied = [](Call table) {
    return answered(TableCall{.call = table, .family = unspecified_family}, number::not_found);
  };
  const Step routes = table_of({one});
  const Step anycasts = anycast_table_of({anycast});
  EXPECT_EQ(broken_rule({created(one), routes, created(anycast), emptied(Call::route_table)}),
            "anycast.exactly-one-change");
  EXPECT_EQ(broken_rule({created(anycast), anycasts, created(one), emptied(Call::anycast_table)}),
            "route.exactly-one-change");
  EXPECT_EQ(broken_rule(
                {created(anycast), anycasts, created(one), was_set(one), emptied(Call::anycast_table)}),
            "route-set.exactly-one-change");
  EXPECT_EQ(broken_rule({created(anycast), emptied(Call::anycast_table)}), "anycast.takes-effect");
  EXPECT_EQ(broken_rule({created(one), emptied(Call::route_table)}), "route.takes-effect");
  EXPECT_EQ(broken_rule({created(one), routes, was_set(one), emptied(Call::route_table)}),
            "route-set.takes-effect");
}

TEST(AnEmptyTable, IsAttributedToTheReadThatReturnsAnEmptyList) {
  const Step empty =
      answered(TableCall{.call = Call::route_table, .family = unspecified_family}, number::not_found);
  EXPECT_EQ(broken_rule({empty, created(one), removed(one), table_of({})}), "route-table.empty");
}

// No report shows an empty table of routes of Windows.
TEST(AnEmptyTable, OfRoutesIsAnsweredAsThePagesSayOrAsThatOfAnycastsOnWindows) {
  const auto verdict = [](const Step& step) {
    return last_finding(trace_of({step}), readings::Profile::windows).verdict;
  };
  EXPECT_EQ(verdict(no_table(Call::route_table, number::not_found)), Verdict::conforms);
  EXPECT_EQ(verdict(table_of({})), Verdict::conforms);
  EXPECT_EQ(verdict(no_table(Call::anycast_table, number::not_found)), Verdict::deviates);
}

TEST(ARouteTable, NamesSomeOfAThousandWrongRows) {
  RouteRows unexpected = {one};
  for (std::uint8_t i = 0; i < 200; ++i) {
    for (std::uint8_t j = 0; j < 5; ++j) unexpected.push_back(to(one, ipv4(11, i, j, 0), 24));
  }
  EXPECT_EQ(last_finding({created(one), table_of(unexpected)}).mismatches.size(),
            state::most_mismatches);
}

TEST(ARouteTable, OfManyRowsHasEachOnce) {
  RouteRows rows;
  Steps before;
  for (std::uint8_t i = 0; i < 20; ++i) {
    rows.push_back(to(one, ipv4(11, i, 0, 0), 16));
    before.push_back(created(rows.back()));
  }
  const auto broken_by = [&](const RouteRows& shown) {
    Steps steps = before;
    steps.push_back(table_of(shown));
    return broken_rule(steps);
  };
  EXPECT_EQ(broken_by(rows), "");
  RouteRows twice = rows;
  twice.push_back(rows.front());
  EXPECT_EQ(broken_by(twice), "route-table.each-entry-once");
  EXPECT_EQ(broken_by({rows.begin(), rows.end() - 1}), "route.takes-effect") << "the last is missing";
  EXPECT_EQ(broken_by({rows.begin() + 1, rows.end()}), "route.exactly-one-change");
}

TEST(ARouteTable, ShowsThatTheLuidNamesTheLink) {
  const Host host = a_host_with_two_links();
  const Step disagreeing = created(on(one, second_luid, 1));
  EXPECT_EQ(last_verdict({disagreeing, table_of({on(one, second_luid, 2)})}, host), Verdict::conforms);
  EXPECT_EQ(broken_rule({disagreeing, table_of({one})}, host), "route.luid-first");
  EXPECT_EQ(broken_rule({created(on(one, second_luid, 0)), table_of({one})}, host),
            "route.exactly-one-change");
  EXPECT_EQ(broken_rule({created(on(one, 0, 2)), table_of({one})}, host), "route.exactly-one-change");
}

TEST(AnUnavailableTable, IsAttributedToThePreviousCall) {
  const Step no_routes = no_table(Call::route_table, number::not_found);
  const Step no_anycasts = no_table(Call::anycast_table, number::not_found);
  const Step failed = refused(on(other, second_luid, 2), number::not_found);
  EXPECT_EQ(broken_rule({created(one), no_routes}), "route.takes-effect");
  EXPECT_EQ(broken_rule({created(one), failed, no_routes}), "route.unchanged-on-failure");
  EXPECT_EQ(broken_rule({created(one), created(other), removed(one), no_routes}),
            "route-delete.exactly-one-change");
  EXPECT_EQ(broken_rule({created(anycast), created(other_anycast), removed(anycast), no_anycasts}),
            "anycast-delete.exactly-one-change");
  EXPECT_EQ(broken_rule({created(one), table_of({one}), no_routes}), "call.refuses-only-as-documented");
}

TEST(ARouteTable, StaysAsItIsBetweenTwoLooks) {
  const Step look = table_of({one});
  EXPECT_EQ(last_verdict({created(one), look, look}), Verdict::conforms);
  EXPECT_EQ(broken_rule({created(one), look, table_of({one, other})}), "route-table.complete");
}

TEST(ARouteTable, IsOfItsFamilyOnly) {
  const RouteRow ipv6 = an_ipv6_route();
  const Steps both = {created(one), created(ipv6)};
  const auto with_table = [&](const RouteRows& rows, std::uint16_t family) {
    Steps steps = both;
    steps.push_back(table_of(rows, family));
    return broken_rule(steps);
  };
  EXPECT_EQ(with_table({one}, ipv4_family), "");
  EXPECT_EQ(with_table({ipv6}, ipv6_family), "");
  EXPECT_EQ(with_table({ipv6, one}, unspecified_family), "");
  EXPECT_EQ(with_table({one, ipv6}, ipv4_family), "route-table.only-its-family");
  EXPECT_EQ(with_table({one}, unspecified_family), "route.takes-effect");
  EXPECT_EQ(with_table({}, ipv4_family), "route.exactly-one-change");
}

TEST(ARouteTable, HasNoRowOfAMissingLink) {
  EXPECT_EQ(last_verdict({created(one), table_of({one, on(other, second_luid, 2)})}), Verdict::deviates);
  EXPECT_EQ(broken_rule({created(one), table_of({on(one, second_luid, 1)})}), "route.both-identifiers")
      << "one right identifier is enough to identify the row";
}

TEST(ARouteTable, OfEveryFamilyNeedsOneStackOnly) {
  const Step unsupported = no_table(Call::route_table, number::not_supported);
  EXPECT_EQ(last_verdict({unsupported}, a_host_without(ipv4_family)), Verdict::deviates);
  EXPECT_EQ(last_verdict({unsupported}, a_host_without(ipv6_family)), Verdict::deviates);
  Host host = a_host_without(ipv4_family);
  host.ipv6 = false;
  EXPECT_EQ(last_verdict({unsupported}, host), Verdict::conforms);
}

Step without_table() { return no_table(Call::route_table, number::success); }

TEST(ARouteTable, CanBeRead) {
  EXPECT_EQ(broken_rule({created(one), without_table()}), "route-table.readable");
  Step null_pointer = table_of({one});
  null_pointer.reply.table->null_pointer = true;
  EXPECT_EQ(broken_rule({created(one), null_pointer}), "route-table.readable");
  Step unreadable = table_of({one});
  unreadable.reply.table->readable = false;
  EXPECT_EQ(broken_rule({created(one), unreadable}), "route-table.readable");
}

TEST(AnAnycastTable, ShowsWhatTheCallBeforeDid) {
  const Step look = anycast_table_of({anycast});
  EXPECT_EQ(last_verdict({created(anycast), look, look}), Verdict::conforms);
  EXPECT_EQ(broken_rule({created(other_anycast), created(anycast), anycast_table_of({other_anycast})}),
            "anycast.takes-effect");
  EXPECT_EQ(broken_rule({created(anycast), anycast_table_of({anycast, other_anycast})}),
            "anycast.exactly-one-change");
  EXPECT_EQ(broken_rule({created(anycast), look, anycast_table_of({anycast, other_anycast})}),
            "anycast-table.complete");
  EXPECT_EQ(broken_rule({created(anycast), created(other_anycast), removed(anycast),
                         anycast_table_of({anycast, other_anycast})}),
            "anycast-delete.takes-effect");
  EXPECT_EQ(broken_rule({created(anycast), refused(on(other_anycast, second_luid, 2), number::not_found),
                         anycast_table_of({anycast, other_anycast})}),
            "anycast.unchanged-on-failure");
}

TEST(AnAnycastTable, ShowsThatTheLuidNamesTheLink) {
  const Host host = a_host_with_two_links();
  const Step disagreeing = created(on(anycast, second_luid, 1));
  EXPECT_EQ(last_verdict({disagreeing, anycast_table_of({on(anycast, second_luid, 2)})}, host),
            Verdict::conforms);
  EXPECT_EQ(broken_rule({disagreeing, anycast_table_of({anycast})}, host), "anycast.luid-first");
  for (const AnycastRow& by_one : {on(anycast, 0, 2), on(anycast, second_luid, 0)}) {
    EXPECT_EQ(broken_rule({created(by_one), anycast_table_of({anycast})}, host),
              "anycast.exactly-one-change");
  }
}

TEST(AnAnycastTable, HasTheShapeOfOne) {
  EXPECT_EQ(broken_rule({created(anycast), no_table(Call::anycast_table, number::success)}),
            "anycast-table.readable");
  EXPECT_EQ(last_verdict({created(anycast), anycast_table_of({anycast, on(other_anycast, 7, 7)})}),
            Verdict::deviates);
}

TEST(AnAnycastRow, IsNotWrittenByTheCall) {
  Step written = created(anycast);
  written.reply.anycast->scope_id = 1;
  EXPECT_EQ(broken_rule({written}), "anycast.row-untouched");
  written = removed(anycast);
  written.reply.anycast.reset();
  EXPECT_EQ(broken_rule({created(anycast), written}), "anycast-delete.row-untouched");
}

TEST(AnAnycastRow, IsReadWithTheAddressThatWasAskedFor) {
  const AnycastRow wrong = with(anycast, &AnycastRow::address, ipv6(0x20010db800000000, 2));
  EXPECT_EQ(broken_rule({created(anycast), read(anycast, wrong)}), "anycast-get.key-members");
  Step nothing = read(anycast);
  nothing.reply.anycast.reset();
  EXPECT_EQ(last_verdict({created(anycast), nothing}), Verdict::deviates);
}

TEST(AnAnycastAddress, WasThereBeforeTheFirstStep) {
  Trace trace = trace_of({anycast_table_of({with(anycast, &AnycastRow::scope_id, 3)})});
  trace.initial_anycasts = {with(anycast, &AnycastRow::scope_id, 3)};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
  trace.steps = {anycast_table_of({anycast})};
  EXPECT_EQ(last_finding(trace).rule, "anycast-table.scope-id");
}

Step kept(Step step) {
  std::get<TableCall>(step.operation).keep = true;
  return step;
}

Step reread(const TableReply& table, std::uint32_t number) {
  Step step = answered(KeptTableCall{.call = Call::reread_table, .table = number}, number::success);
  step.reply.table = table;
  return step;
}

Step freed(std::uint32_t number) {
  return answered(KeptTableCall{.call = Call::free_table, .table = number}, number::success);
}

TEST(AKeptTable, StaysUntilItIsFreed) {
  const Step first = kept(table_of({one}));
  const Step second = kept(table_of({one, other}));
  const Steps before = {created(one), first, created(other), second, freed(1)};
  const auto then = [&](const Step& step) {
    Steps steps = before;
    steps.push_back(step);
    return broken_rule(steps);
  };
  EXPECT_EQ(then(reread(*first.reply.table, 0)), "");
  EXPECT_EQ(then(reread(*second.reply.table, 0)), "free-table.keeps-the-others");
  EXPECT_EQ(then(reread(*first.reply.table, 2)), "") << "the table does not exist";
  EXPECT_EQ(allowed(before), any_of(Status::success));
}

TEST(AKeptTable, HasItsNumberAlsoIfACallFailed) {
  Step refused = kept(table_of({}));
  std::get<TableCall>(refused.operation).null_table = true;
  refused.reply = {.status = number::invalid_parameter};
  const Step undecided = answered(kept(table_of({})).operation, number::general_failure);
  const Step skipped = ended(undecided.operation, Ending::unavailable);
  const Step first = kept(table_of({one}));
  const Step second = kept(table_of({one, other}));
  for (const Step& failed : {refused, undecided, skipped}) {
    const auto then = [&](const Step& step) {
      return broken_rule({created(one), failed, first, created(other), second, step});
    };
    EXPECT_EQ(then(reread(*first.reply.table, 1)), "");
    EXPECT_EQ(then(reread(*first.reply.table, 2)), "free-table.keeps-the-others");
  }
}

// CreateAnycastIpAddressEntry mentions no route that comes with an address, and excludes none.
TEST(ATable, MayHaveARouteToAnAnycastAddress) {
  const AnycastRow address = an_anycast();
  const std::uint8_t whole = address.address.family == ipv4_family ? 32 : 128;
  const auto broken_with = [&](const RouteRow& one) {
    return broken_rule({created(address), table_of({one})});
  };
  RouteRow to_address = to(a_route(), address.address, whole);
  to_address.next_hop = {.family = address.address.family};
  EXPECT_EQ(broken_with(to_address), "");
  EXPECT_EQ(broken_with(to(to_address, address.address, whole - 1)), "anycast.exactly-one-change");
  EXPECT_EQ(broken_rule({created(address), table_of({on(to_address, second_luid, 2)})},
                        a_host_with_two_links()),
            "anycast.exactly-one-change");
  const Step empty = no_table(Call::route_table, number::not_found);
  EXPECT_EQ(broken_rule({created(address), empty}), "");
  EXPECT_EQ(broken_rule({empty, created(address), table_of({to_address})}), "");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
