#include "oracle/rules/steps/read_back.h"

#include <gmock/gmock.h>

#include "oracle/testing/judging.h"

namespace netioconf::oracle::rules::steps {
namespace {

using testing::ElementsAre;
using testing::Field;

// A member with a value that a read must not return.
struct Misread {
  std::string_view name;
  std::string_view promise;
  std::string_view member;
  RouteRow given;
  RouteRow seen;
};

const RouteRow sample = a_route();

std::vector<Misread> misread_members() {
  const RouteRow long_lived =
      with(with(sample, &RouteRow::valid_lifetime_s, 10000), &RouteRow::preferred_lifetime_s, 10000);
  const auto valid = &RouteRow::valid_lifetime_s;
  const auto preferred = &RouteRow::preferred_lifetime_s;
  return {
      {"Luid", "both-identifiers", "InterfaceLuid", sample, on(sample, second_luid, 1)},
      {"Index", "both-identifiers", "InterfaceIndex", sample, on(sample, first_luid, 0)},
      {"Destination", "key-members", "DestinationPrefix", sample, to(sample, ipv4(11, 0, 0, 0), 8)},
      {"Length", "key-members", "PrefixLength", sample, to(sample, ipv4(10, 0, 0, 0), 9)},
      {"NextHop", "key-members", "NextHop", sample, via(sample, ipv4(10, 0, 0, 2))},
      {"NextHopFamily", "key-members", "NextHop", sample, via(sample, no_family)},
      {"SitePrefix", "keeps-members", "SitePrefixLength", sample,
       with(sample, &RouteRow::site_prefix_length, 1)},
      {"InfiniteLifetime", "keeps-members", "ValidLifetime", sample, with(sample, valid, 0xfffffffe)},
      {"LifetimeGrown", "keeps-members", "ValidLifetime", long_lived, with(long_lived, valid, 10001)},
      {"LifetimeShrunk", "keeps-members", "ValidLifetime", long_lived, with(long_lived, valid, 6400)},
      {"Preferred", "keeps-members", "PreferredLifetime", long_lived, with(long_lived, preferred, 6400)},
      {"Metric", "metric", "Metric", with(sample, &RouteRow::metric, 10),
       with(sample, &RouteRow::metric, 36)},
      {"Protocol", "keeps-members", "Protocol", sample, with(sample, &RouteRow::protocol, 4)},
      {"Age", "age", "Age", sample, with(sample, &RouteRow::age_s, 3601)},
      {"Origin", "origin", "Origin", sample, with(sample, &RouteRow::origin, 5)},
  };
}

class EveryMember : public testing::TestWithParam<Misread> {};

TEST_P(EveryMember, IsAttributedToTheCallThatSetIt) {
  const Misread& misread = GetParam();
  const Finding finding = last_finding({created(misread.given), read(misread.given, misread.seen)});
  EXPECT_EQ(finding.verdict, Verdict::deviates);
  EXPECT_EQ(finding.rule, "route." + std::string(misread.promise));
  EXPECT_THAT(finding.mismatches, ElementsAre(Field(&Mismatch::member, misread.member)));
  const Finding set =
      last_finding({created(sample), was_set(misread.given), read(misread.given, misread.seen)});
  EXPECT_EQ(set.rule, "route-set." + std::string(misread.promise));
}

TEST_P(EveryMember, IsAttributedToTheReadAfterAnEarlierRead) {
  const Misread& misread = GetParam();
  const Step look = table_of({misread.given});
  EXPECT_EQ(broken_rule({created(misread.given), look, read(misread.given, misread.seen)}),
            "route-get." + std::string(misread.promise));
}

TEST_P(EveryMember, ConformsAsItWasGiven) {
  const RouteRow& given = GetParam().given;
  EXPECT_EQ(last_verdict({created(given), read(given)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(given), table_of({given}), read(given)}), Verdict::conforms);
}

std::string name_of_misread(const testing::TestParamInfo<Misread>& info) {
  return std::string(info.param.name);
}

INSTANTIATE_TEST_SUITE_P(Rows, EveryMember, testing::ValuesIn(misread_members()), name_of_misread);

Verdict read_as(const RouteRow& given, const RouteRow& seen) {
  return last_verdict({created(given), read(given, seen)});
}

// Created, read once, and read again.
Verdict read_twice_as(const RouteRow& given, const RouteRow& seen, const RouteRow& again) {
  return last_verdict({created(given), read(given, seen), read(given, again)});
}

TEST(ALifetime, MayBeWhatIsLeftOfIt) {
  const RouteRow given =
      with(with(sample, &RouteRow::valid_lifetime_s, 10000), &RouteRow::preferred_lifetime_s, 5000);
  const RouteRow left =
      with(with(sample, &RouteRow::valid_lifetime_s, 6401), &RouteRow::preferred_lifetime_s, 1401);
  EXPECT_EQ(read_as(given, left), Verdict::conforms);
}

TEST(AnAge, IsThatOfAScriptAtMost) {
  EXPECT_EQ(read_as(sample, with(sample, &RouteRow::age_s, state::script_time_limit_s)),
            Verdict::conforms);
}

TEST(AnAge, MayBeAnyOfARouteThatWasThereBefore) {
  Trace trace = trace_of({read(sample, with(sample, &RouteRow::age_s, 1000000))});
  trace.initial_routes = {sample};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
}

TEST(AnOrigin, IsTheStacksAndStays) {
  const RouteRow seen = with(sample, &RouteRow::origin, 4);
  EXPECT_EQ(read_twice_as(sample, seen, seen), Verdict::conforms);
  EXPECT_EQ(read_twice_as(sample, seen, with(sample, &RouteRow::origin, 3)), Verdict::deviates);
  EXPECT_EQ(
      broken_rule({created(sample), read(sample, seen), removed(sample), created(sample), read(sample)}),
      "route.origin")
      << "the same route has the same origin when it is created again";
}

TEST(AMetric, IsReadBackAsOffsetOrSum) {
  const RouteRow given = with(sample, &RouteRow::metric, 10);
  EXPECT_EQ(read_as(given, with(sample, &RouteRow::metric, 10)), Verdict::conforms);
  EXPECT_EQ(read_as(given, with(sample, &RouteRow::metric, 35)), Verdict::conforms);
  EXPECT_EQ(read_as(given, with(sample, &RouteRow::metric, 11)), Verdict::deviates);
}

TEST(AMetric, IsBothOnALinkWithoutOne) {
  const Host host = a_host_with(with(a_link(), &Link::ipv4_metric, 0));
  const RouteRow given = with(sample, &RouteRow::metric, 10);
  EXPECT_EQ(last_verdict({created(given), read(given)}, host), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(given), read(given, with(sample, &RouteRow::metric, 9))}, host),
            Verdict::deviates);
}

// The documents don't say whether a sum that does not fit wraps or saturates.
TEST(AMetric, IsBothWhereTheSumIsTooLarge) {
  const RouteRow given = with(sample, &RouteRow::metric, 0xfffffff0);
  for (const std::uint32_t seen : {0xfffffff0U, 0xfffffff0U + 25, 0xffffffffU}) {
    EXPECT_EQ(read_as(given, with(sample, &RouteRow::metric, seen)), Verdict::conforms) << seen;
  }
  for (const std::uint32_t seen : {10U, 25U, 0xfffffffeU}) {
    EXPECT_EQ(read_as(given, with(sample, &RouteRow::metric, seen)), Verdict::deviates) << seen;
  }
}

TEST(AMetric, ThatIsNotUsedMayAddNothing) {
  const RouteRow unset = with(sample, &RouteRow::metric, unused_metric);
  const RouteRow second = to(unset, ipv4(11, 0, 0, 0), 8);
  const auto second_read_as = [&](std::uint32_t metric) {
    return last_verdict({created(unset), read(unset), created(second),
                         read(second, with(second, &RouteRow::metric, metric))});
  };
  EXPECT_EQ(second_read_as(25), Verdict::conforms) << "the metric of the link";
  EXPECT_EQ(second_read_as(24), Verdict::conforms) << "wrapped";
  EXPECT_EQ(second_read_as(26), Verdict::deviates);
}

TEST(AMetric, OfARouteFromBeforeStaysAsItWas) {
  Trace trace = trace_of({read(sample, with(sample, &RouteRow::metric, 7))});
  trace.initial_routes = {with(sample, &RouteRow::metric, 7)};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
  trace.steps = {read(sample, with(sample, &RouteRow::metric, 32))};
  EXPECT_EQ(last_finding(trace).rule, "route-get.keeps-members");
}

// If the caller passes no legal value, the stack may choose one. Afterwards the member keeps it.
TEST(AMemberLeftToTheStack, MayBeChosenByItAndThenStays) {
  const auto stays = [](const RouteRow& given, const RouteRow& seen, const RouteRow& again) {
    EXPECT_EQ(read_twice_as(given, seen, seen), Verdict::conforms);
    EXPECT_EQ(read_twice_as(given, seen, again), Verdict::deviates);
  };
  stays(with(sample, &RouteRow::metric, unused_metric), with(sample, &RouteRow::metric, 256),
        with(sample, &RouteRow::metric, 255));
  stays(with(sample, &RouteRow::site_prefix_length, 255), with(sample, &RouteRow::site_prefix_length, 8),
        with(sample, &RouteRow::site_prefix_length, 0));
  const RouteRow unset = with(sample, &RouteRow::metric, unused_metric);
  EXPECT_EQ(read_twice_as(unset, unset, unset), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(unset), read(sample, with(sample, &RouteRow::metric, 255))}),
            Verdict::conforms);
  for (const std::uint32_t illegal : {0U, 20U, 10001U, 10003U, 10008U}) {
    const RouteRow given = with(sample, &RouteRow::protocol, illegal);
    stays(given, sample, with(sample, &RouteRow::protocol, 2));
    stays(given, given, sample);
    stays(given, with(sample, &RouteRow::protocol, 2), sample);
  }
}

// Only a Set that leaves it alone explains that the second route is read with 256.
TEST(AMemberLeftToTheStack, IsLeftAloneByASetAlsoBeforeItWasRead) {
  const RouteRow unset = with(sample, &RouteRow::metric, unused_metric);
  const RouteRow second = with(to(sample, ipv4(11, 0, 0, 0), 8), &RouteRow::metric, 256);
  EXPECT_EQ(
      last_verdict({created(unset), was_set(unset), read(unset, with(sample, &RouteRow::metric, 77)),
                    created(second), read(second),
                    was_set(with(second, &RouteRow::metric, unused_metric)), read(second)}),
      Verdict::conforms);
}

TEST(AMemberLeftToTheStack, IncludesTheLifetimesOfASetThatTookThem) {
  const RouteRow spoiled = with(sample, &RouteRow::valid_lifetime_s, 5000);
  const RouteRow seen = with(spoiled, &RouteRow::preferred_lifetime_s, 7);
  const Steps set_and_read = {created(sample), was_set(spoiled), read(sample, seen)};
  EXPECT_EQ(last_verdict(set_and_read), Verdict::conforms);
  Steps again = set_and_read;
  again.push_back(read(sample, with(seen, &RouteRow::preferred_lifetime_s, 8)));
  EXPECT_EQ(last_verdict(again), Verdict::deviates);
}

TEST(AProtocol, IsKeptWhenItIsOne) {
  for (const std::uint32_t protocol : {1U, 19U, 10002U, 10006U, 10007U}) {
    const RouteRow given = with(sample, &RouteRow::protocol, protocol);
    EXPECT_EQ(read_as(given, given), Verdict::conforms) << protocol;
    EXPECT_EQ(read_as(given, with(sample, &RouteRow::protocol, 4)), Verdict::deviates) << protocol;
  }
}

TEST(AFlag, IsTrueWhateverItsNumber) {
  const RouteRow given = with(sample, &RouteRow::publish, 1);
  EXPECT_EQ(read_twice_as(given, with(sample, &RouteRow::publish, 255), given), Verdict::conforms);
}

TEST(AFlag, MayBeAdjusted) {
  for (const auto flag : {&RouteRow::loopback, &RouteRow::autoconfigure_address, &RouteRow::publish,
                          &RouteRow::immortal}) {
    const RouteRow seen = with(sample, flag, 1);
    EXPECT_EQ(read_as(sample, seen), Verdict::conforms);
    EXPECT_EQ(read_twice_as(sample, seen, seen), Verdict::conforms);
  }
}

TEST(AFlag, StaysAsItWasFirstRead) {
  for (const auto flag : {&RouteRow::loopback, &RouteRow::autoconfigure_address, &RouteRow::publish,
                          &RouteRow::immortal}) {
    const RouteRow other = with(sample, flag, 1);
    EXPECT_EQ(read_twice_as(sample, other, sample), Verdict::deviates);
    EXPECT_EQ(read_twice_as(sample, sample, other), Verdict::deviates);
    EXPECT_EQ(broken_rule({created(sample), table_of({sample}), refused(other, number::already_exists),
                           table_of({other})}),
              "route.unchanged-on-failure");
    EXPECT_EQ(
        last_verdict({created(sample), read(sample, other), was_set(sample), read(sample, sample)}),
        Verdict::conforms)
        << "a Set may adjust it";
    Trace trace = trace_of({read(sample, other)});
    trace.initial_routes = {sample};
    EXPECT_EQ(last_finding(trace).verdict, Verdict::deviates) << "also for a route that existed before";
  }
}

// What is known about the flags after a route was read like this.
std::vector<std::string> answers_about_flags(const RouteRow& given, const RouteRow& seen) {
  engine::Judge judge{readings::Profile::documented};
  (void)judge.judge(trace_of({created(given), read(given, seen)}));
  for (const Followed& followed : judge.followed()) {
    if (followed.question == "flags-read-back") return followed.answers;
  }
  return {};
}

TEST(AFlag, ShowsThatTheStackAdjustsItOnlyWhenItReadsOtherwise) {
  for (const auto flag : {&RouteRow::loopback, &RouteRow::autoconfigure_address, &RouteRow::publish,
                          &RouteRow::immortal}) {
    const RouteRow set = with(sample, flag, 1);
    EXPECT_THAT(answers_about_flags(sample, set), ElementsAre("adjusted"));
    EXPECT_THAT(answers_about_flags(set, sample), ElementsAre("adjusted"));
    EXPECT_THAT(answers_about_flags(sample, sample), ElementsAre("as-given", "adjusted"));
    EXPECT_THAT(answers_about_flags(set, with(sample, flag, 2)), ElementsAre("as-given", "adjusted"));
  }
}

TEST(AFlag, IsAsGivenIfTheStackAdjustsNone) {
  readings::OpenReadings open = readings::OpenReadings::open_under(readings::Profile::documented);
  open.restrict_to(readings::instance_of<readings::flags_read_back>(), 0b01);
  readings::ChoiceEnumerator choices{open};
  const auto wrong_members = [&](const RouteRow& seen) {
    state::StepOutcome outcome;
    compare_read_back(choices, a_link(), {}, {.row = sample}, seen, {}, outcome);
    return outcome.wrong;
  };
  EXPECT_EQ(wrong_members(sample), 0U);
  EXPECT_EQ(wrong_members(with(sample, &RouteRow::publish, 1)), 1U);
}

TEST(ANextHop, OfARouteFromBeforeStaysAsItWasWhenTheRouteIsSet) {
  const RouteRow left_out = via(sample, no_family);
  const RouteRow on_link = via(sample, ipv4(0, 0, 0, 0));
  Trace trace = trace_of({was_set(on_link), read(on_link, left_out)});
  trace.initial_routes = {left_out};
  EXPECT_EQ(last_finding(trace).verdict, Verdict::conforms);
  trace.steps.back() = read(on_link);
  EXPECT_EQ(last_finding(trace).rule, "route-set.key-members");
}

TEST(AnAnycastAddress, IsReadWithBothIdentifiersOfItsLink) {
  const AnycastRow address = an_anycast();
  EXPECT_EQ(last_verdict({created(address), read(address)}), Verdict::conforms);
  EXPECT_EQ(broken_rule({created(address), read(address, on(address, second_luid, 1))}),
            "anycast.both-identifiers");
  EXPECT_EQ(broken_rule({created(address), read(address, on(address, first_luid, 0))}),
            "anycast.both-identifiers");
  EXPECT_EQ(broken_rule({created(address), anycast_table_of({address}),
                         read(address, on(address, first_luid, 0))}),
            "anycast-get.both-identifiers");
}

TEST(AScopeId, IsTheLinksAndStays) {
  const AnycastRow address = an_anycast();
  const AnycastRow seen = with(address, &AnycastRow::scope_id, 5);
  EXPECT_EQ(last_verdict({created(address), read(address, seen), read(address, seen)}),
            Verdict::conforms);
  EXPECT_EQ(broken_rule({created(address), read(address, seen), read(address)}), "anycast.scope-id");
  EXPECT_EQ(broken_rule({created(address), read(address, seen), removed(address), created(address),
                         read(address)}),
            "anycast.scope-id");
}

TEST(AScopeId, IsTheSameForAllAddressesOfGlobalScopeOnALink) {
  const auto broken_with = [](const SocketAddress& one, const SocketAddress& other) {
    const AnycastRow first = with(an_anycast(), &AnycastRow::address, one);
    const AnycastRow second = with(an_anycast(), &AnycastRow::address, other);
    return broken_rule({created(first), read(first, with(first, &AnycastRow::scope_id, 5)),
                        created(second), read(second, with(second, &AnycastRow::scope_id, 7))});
  };
  const SocketAddress global = ipv6(0x20010db800000000, 1);
  EXPECT_EQ(broken_with(global, ipv6(0x3fff000000000000, 2)), "anycast.scope-id");
  EXPECT_EQ(broken_with(ipv4(10, 0, 0, 1), ipv4(192, 0, 2, 1)), "anycast.scope-id");
  EXPECT_EQ(broken_with(global, ipv4(10, 0, 0, 1)), "") << "of the other family";
  EXPECT_EQ(broken_with(global, ipv6(0xfe80000000000000, 1)), "") << "of the link only";
  EXPECT_EQ(broken_with(global, ipv6(0xfec0000000000000, 1)), "") << "of a site";
  EXPECT_EQ(broken_with(ipv6(0xfec0000000000000, 1), ipv6(0xfec0000000000000, 2)), "");
  EXPECT_EQ(broken_with(ipv4(10, 0, 0, 1), ipv4(169, 254, 0, 1)), "");
}

}  // namespace
}  // namespace netioconf::oracle::rules::steps
