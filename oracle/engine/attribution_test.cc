#include "oracle/engine/attribution.h"

#include <gmock/gmock.h>

#include "oracle/rules/catalogue.h"
#include "oracle/testing/judging.h"

namespace netioconf::oracle::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const RouteRow attributed = a_route();

Finding under(const std::string& script, const Steps& steps) {
  Trace trace = trace_of(steps);
  trace.script = script;
  return last_finding(trace);
}

TEST(TheRuleUnderTest, IsTheFolderOfTheScript) {
  EXPECT_EQ(rule_under_test("route.lifetimes/preferred_above_valid"),
            rules::find_rule("route.lifetimes"));
  EXPECT_EQ(rule_under_test("route.lifetimes"), rules::find_rule("route.lifetimes"));
  EXPECT_EQ(rule_under_test("scratch/route.lifetimes"), nullptr);
  EXPECT_EQ(rule_under_test(""), nullptr);
}

TEST(ADeviation, IsAttributedToTheRuleUnderTestAmongRulesBrokenByMembers) {
  const RouteRow wrong = with(on(attributed, first_luid, 9), &RouteRow::protocol, 4);
  const Steps steps = {created(attributed), read(attributed, wrong)};
  EXPECT_EQ(under("route.keeps-members/x", steps).rule, "route.keeps-members");
  EXPECT_EQ(under("route.metric/x", steps).rule, "route.both-identifiers");
  EXPECT_EQ(under("", steps).rule, "route.both-identifiers");
}

// Three rules of Get depend on the same question, and Windows follows a different answer.
TEST(ADeviationFromAProfile, IsAttributedToTheRuleThatWouldHaveBeenFollowed) {
  const auto refusal_of = [](const RouteRow& spoiled) {
    const Steps steps = {created(attributed), answered(get(spoiled), number::invalid_parameter)};
    return last_finding(trace_of(steps), readings::Profile::windows).rule;
  };
  EXPECT_EQ(refusal_of(with(attributed, &RouteRow::valid_lifetime_s, 60)), "route-get.lifetimes");
  EXPECT_EQ(refusal_of(with(attributed, &RouteRow::site_prefix_length, 49)), "route-get.site-prefix");
  EXPECT_EQ(refusal_of(with(attributed, &RouteRow::site_prefix_length, 255)),
            "route-get.site-prefix-255");
}

TEST(ADeviation, IsAttributedToTheRuleUnderTestAmongRulesThatForbidSuccess) {
  const Steps steps = {created(with(to(attributed, no_family, 0), &RouteRow::valid_lifetime_s, 60))};
  EXPECT_EQ(under("route.lifetimes/x", steps).rule, "route.lifetimes");
  EXPECT_EQ(under("route.stack/x", steps).rule, "route.destination-unspecified");
  EXPECT_EQ(under("", steps).rule, "route.destination-unspecified");
}

// A row with host bits is refused too, but only if the pages are read so.
TEST(ADeviation, IsAttributedToARuleThatSurelyForbidsSuccess) {
  const RouteRow with_host_bits = to(attributed, ipv4(10, 0, 0, 9), 8);
  const Steps steps = {created(with(with_host_bits, &RouteRow::valid_lifetime_s, 60))};
  EXPECT_EQ(under("", steps).rule, "route.lifetimes");
}

TEST(ADeviation, IsAttributedToTheRuleUnderTestIfNoRuleForbidsSuccess) {
  const Steps steps = {refused(attributed, number::not_supported)};
  EXPECT_EQ(under("route.stack/x", steps).rule, "route.stack");
  EXPECT_EQ(under("route-get.stack/x", steps).rule, "call.refuses-only-as-documented");
  EXPECT_EQ(under("", steps).rule, "call.refuses-only-as-documented");
}

TEST(ADeviation, NamesTheMembersOfTheNearestOutcome) {
  const RouteRow given = with(attributed, &RouteRow::metric, 10);
  const RouteRow seen = with(with(attributed, &RouteRow::metric, 35), &RouteRow::age_s, 4000);
  const Finding finding = last_finding({created(given), read(attributed, seen)});
  const Mismatch age{.rule = "route.age", .member = "Age", .allowed = "0 to 3600", .observed = "4000"};
  EXPECT_THAT(finding.mismatches, ElementsAre(age)) << "the metric is right if it is a sum";
}

TEST(ADeviation, NamesNoMembersWhenTheStatusIsWrong) {
  EXPECT_THAT(under("", {created(to(attributed, no_family, 0))}).mismatches, IsEmpty());
}

TEST(AnAnswerOutsideOfTheProfile, IsGivenAsTheExplanation) {
  const Finding finding = last_finding({table_of({})});
  EXPECT_EQ(finding.rule, "route-table.empty");
  const Evidence evidence{.question = "empty-table",
                          .subject = "GetIpForwardTable2",
                          .answer = "success",
                          .script = "",
                          .step = 0};
  EXPECT_THAT(finding.explained_by, ElementsAre(evidence));
  EXPECT_THAT(finding.contradicts, IsEmpty());
}

TEST(AnAnswerOutsideOfTheProfile, IsAttributedToTheRuleWithAReadingAmongThoseThatApply) {
  const Step refusal = refused(on(an_ipv6_route(), 0, 0), number::not_found);
  const Finding finding = last_finding({refusal}, a_host_without(ipv6_family));
  EXPECT_THAT(finding.because, ElementsAre("route.link-unspecified", "route.stack"));
  EXPECT_EQ(finding.rule, "route.stack");
}

TEST(ANonsense, IsNeitherExplainedNorAContradiction) {
  const Finding finding = last_finding({created(to(attributed, no_family, 0))});
  EXPECT_THAT(finding.explained_by, IsEmpty());
  EXPECT_THAT(finding.contradicts, IsEmpty());
}

TEST(AContradiction, CitesTheEarlierStepAndTheRuleThatIsRead) {
  const RouteRow second_hop = via(attributed, ipv4(10, 0, 0, 2));
  const Finding finding =
      last_finding({created(attributed), created(second_hop),
                    refused(via(attributed, ipv4(10, 0, 0, 3)), number::already_exists)});
  EXPECT_EQ(finding.rule, "route.duplicate-destination");
  const Evidence evidence{.question = "duplicate-key",
                          .subject = "",
                          .answer = "prefix-and-next-hop",
                          .script = "",
                          .step = 1};
  EXPECT_THAT(finding.contradicts, ElementsAre(evidence));
}

TEST(AContradiction, IsAttributedToTheMembersIfNoRuleOfTheCallHasAReading) {
  const RouteRow untidy = to(attributed, ipv4(10, 0, 0, 9), 8);
  Judge judge{readings::Profile::documented};
  (void)judge.judge(trace_of({created(untidy), created(attributed)}));
  const Finding finding =
      judge.judge(trace_of({created(untidy), table_of({attributed})})).findings.back();
  EXPECT_EQ(finding.verdict, Verdict::deviates);
  EXPECT_FALSE(finding.rule.empty());
}

}  // namespace
}  // namespace netioconf::oracle::engine
