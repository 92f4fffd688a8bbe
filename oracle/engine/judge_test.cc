#include "oracle/engine/judge.h"

#include <gmock/gmock.h>

#include "oracle/model/calls.h"
#include "oracle/testing/judging.h"

namespace netioconf::oracle::engine {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

const RouteRow sample = a_route();
const RouteRow refusable = with(sample, &RouteRow::valid_lifetime_s, 60);

TEST(AJudge, GivesAFindingForEveryStep) {
  Trace trace = trace_of(
      {created(sample), refused(to(refusable, ipv4(11, 0, 0, 0), 8), number::invalid_parameter)});
  trace.script = "route.lifetimes/test";
  const Judgement judgement = Judge{readings::Profile::documented}.judge(trace);
  EXPECT_EQ(judgement.script, trace.script);
  EXPECT_THAT(judgement.findings, ElementsAre(Field(&Finding::step, 0), Field(&Finding::step, 1)));
  EXPECT_EQ(judgement.findings[1].observed, Status::invalid_parameter);
  EXPECT_THAT(judgement.findings[1].because, ElementsAre("route.lifetimes"));
}

TEST(AJudge, LeavesTheRestAfterADeviation) {
  const Finding finding = last_finding({created(refusable), created(sample)});
  EXPECT_EQ(finding.verdict, Verdict::undecided);
  EXPECT_EQ(finding.why, "an earlier step of the script deviated");
}

TEST(AJudge, BeginsAnewWithEveryTrace) {
  Judge judge{readings::Profile::documented};
  EXPECT_EQ(judge.judge(trace_of({created(refusable)})).findings.back().verdict, Verdict::deviates);
  EXPECT_EQ(judge.judge(trace_of({created(sample)})).findings.back().verdict, Verdict::conforms);
  EXPECT_EQ(judge.judge(trace_of({created(sample)})).findings.back().verdict, Verdict::conforms);
}

// Reported of a related call of Windows.
TEST(AJudge, AllowsAnotherStatusOnlyOnALoopbackLinkWhereAnAnycastAddressIsMissing) {
  Host host = a_host_with_two_links();
  AnycastRow elsewhere = an_anycast();
  elsewhere.luid = second_luid;
  const Steps steps = {answered(remove(an_anycast()), number::not_found),
                       answered(remove(elsewhere), number::invalid_parameter)};
  EXPECT_EQ(last_verdict(steps, host), Verdict::deviates);
  host.links[1].loopback = true;
  EXPECT_EQ(last_verdict(steps, host), Verdict::conforms);
}

// Either reading refuses the second route. Whichever it was, the first one is still there.
TEST(AJudge, KeepsTheTablesForEachReadingThatExplainsAFailure) {
  const RouteRow sentinel =
      with(to(sample, ipv4(20, 0, 0, 0), 8), &RouteRow::site_prefix_length, std::uint8_t{255});
  RouteRow doubtful = sentinel;
  doubtful.valid_lifetime_s = doubtful.preferred_lifetime_s = 0;
  RouteRow ended = doubtful;
  ended.site_prefix_length = 0;
  const Steps refused = {
      created(sample),
      answered(RouteCall{.call = Call::create_route, .row = doubtful}, number::invalid_parameter),
      answered(RouteCall{.call = Call::create_route, .row = sample}, number::already_exists)};
  for (const RouteRow& next : {sentinel, ended}) {
    Steps steps = refused;
    steps.push_back(created(next));
    EXPECT_EQ(last_verdict(steps), Verdict::conforms);
  }
}

TEST(AJudge, BlamesABadDescriptionAlsoWhereNoTableWasRead) {
  Trace trace = trace_of({created(sample), created(to(sample, ipv4(20, 0, 0, 0), 8))});
  trace.wanted_host = trace.host;
  trace.bad_description = "netioconf_describe wrote size 5000";
  const auto findings = Judge{readings::Profile::documented}.judge(trace).findings;
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].rule, "reset.sets-up-host");
  EXPECT_EQ(findings[1].verdict, Verdict::conforms);
}

TEST(AJudge, BlamesACallThatDeviatesItselfBeforeTheReset) {
  Trace trace = trace_of({created(refusable)});
  trace.wanted_host = a_host_with_two_links();
  EXPECT_EQ(last_finding(trace).rule, "route.lifetimes");
  trace.steps = {created(sample)};
  EXPECT_EQ(last_finding(trace).rule, "reset.sets-up-host");
}

TEST(AJudge, BlamesTheResetForAnEntryThatItLeftOnALinkThatTheHostLacks) {
  RouteRow left = sample;
  left.luid = 0x77;
  left.index = 77;
  Step read = table_of({left});
  read.probe = true;
  Trace trace = trace_of({read, created(sample), table_of({left, sample})});
  trace.initial_routes = {left};
  const auto findings = Judge{readings::Profile::documented}.judge(trace).findings;
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].rule, "reset.empties-tables");
  EXPECT_EQ(findings[1].verdict, Verdict::conforms);
}

TEST(AJudge, SaysHowACallEndedOfWhichTheDocumentsSayNothing) {
  const Operation null = null_row(Call::initialize_route);
  EXPECT_EQ(last_finding({ended(null, Ending::crashed)}).why,
            "the documents don't say what InitializeIpForwardEntry does with NULL; it crashed");
}

TEST(AJudge, SaysWithHowManyEntriesMemoryRanOut) {
  const Finding finding =
      last_finding({created(sample), answered(create(to(sample, ipv4(20, 0, 0, 0), 8)), 0xC0000017)});
  EXPECT_EQ(finding.verdict, Verdict::undecided);
  EXPECT_EQ(finding.why, "CreateIpForwardEntry2 ran out of memory with 1 entry in its table");
}

TEST(AJudge, HasNothingToSayOfNoSteps) {
  EXPECT_TRUE(Judge{readings::Profile::documented}.judge(trace_of({})).findings.empty());
}

class EveryBadEnding : public testing::TestWithParam<Ending> {};

TEST_P(EveryBadEnding, IsADeviation) {
  const Finding finding = last_finding({ended(create(sample), GetParam())});
  EXPECT_EQ(finding.verdict, Verdict::deviates);
  EXPECT_EQ(finding.rule, "call.returns");
  EXPECT_EQ(finding.allowed, named_statuses(Call::create_route));
  EXPECT_EQ(finding.observed, Status::other);
  EXPECT_EQ(last_verdict({ended(create(sample), GetParam()), created(sample)}), Verdict::undecided);
}

TEST_P(EveryBadEnding, OfAnotherFunctionIsADeviationWhateverIsSaidOfTheCall) {
  Step step = ended(null_row(Call::initialize_route), GetParam());
  step.reply.ended_in = "between calls";
  const Finding finding = last_finding({step});
  EXPECT_EQ(finding.rule, "call.returns");
  EXPECT_TRUE(finding.allowed.empty()) << "the call did not return these statuses";
}

TEST_P(EveryBadEnding, IsADeviationAlsoWhereTheStateIsLost) {
  EXPECT_EQ(last_verdict({created(refusable), ended(create(sample), GetParam())}), Verdict::deviates);
}

// Calls about which the documents promise nothing, not even that they return.
std::vector<Operation> calls_without_promises() {
  return {RouteCall{.call = Call::create_route, .row = sample, .misalignment = 1},
          AnycastCall{.call = Call::create_anycast, .row = an_anycast(), .misalignment = 7},
          NotifyCall{.null_callback = true}, NotifyCall{.null_handle = true},
          null_row(Call::initialize_route)};
}

TEST_P(EveryBadEnding, IsUndecidedWhereNothingIsPromised) {
  for (const Operation& operation : calls_without_promises()) {
    const Finding finding = last_finding({ended(operation, GetParam())});
    EXPECT_EQ(finding.verdict, Verdict::undecided);
    EXPECT_THAT(finding.why, HasSubstr("the documents don't say"));
    EXPECT_EQ(last_verdict({ended(operation, GetParam()), created(sample)}), Verdict::undecided);
    EXPECT_EQ(last_verdict({ended(operation, GetParam()), ended(create(sample), GetParam())}),
              Verdict::undecided);
  }
}

INSTANTIATE_TEST_SUITE_P(Endings, EveryBadEnding,
                         testing::Values(Ending::crashed, Ending::hung, Ending::exited,
                                         Ending::garbled));

TEST(AMisalignedRow, MayBeRefusedInAnyWay) {
  const auto calls = calls_without_promises();
  EXPECT_EQ(last_verdict({answered(calls[0], number::success)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({answered(calls[0], number::not_found)}), Verdict::undecided);
  EXPECT_EQ(last_verdict({answered(calls[1], number::invalid_parameter)}), Verdict::undecided);
  EXPECT_EQ(last_verdict({answered(calls[1], number::invalid_parameter), created(sample)}),
            Verdict::undecided);
}

TEST(NullForTheCallback, MayBeAnsweredByAnyStatus) {
  for (const std::uint32_t status :
       {number::success, number::invalid_parameter, number::access_denied}) {
    EXPECT_EQ(last_verdict({answered(NotifyCall{.null_callback = true}, status)}), Verdict::conforms);
  }
}

TEST(AStatusOfTheLineOther, IsUndecidedWhereSuccessWasAllowed) {
  const Finding finding = last_finding({refused(sample, number::access_denied)});
  EXPECT_EQ(finding.verdict, Verdict::undecided);
  EXPECT_THAT(finding.why, HasSubstr("Other"));
  EXPECT_EQ(last_verdict({refused(refusable, 1231)}), Verdict::deviates);
  EXPECT_EQ(last_verdict({refused(sample, number::not_supported)}), Verdict::deviates)
      << "a status that the page names";
}

// No document says in which order rights and arguments are checked.
TEST(AccessDenied, IsUndecidedUntilACallOfTheScriptChangedATable) {
  const Step denied = refused(refusable, number::access_denied);
  const Finding finding = last_finding({denied});
  EXPECT_EQ(finding.verdict, Verdict::undecided);
  EXPECT_THAT(finding.why, HasSubstr("rights"));
  EXPECT_EQ(finding.rule, "");
  EXPECT_EQ(last_verdict({refused(sample, number::access_denied), denied}), Verdict::undecided);
  EXPECT_EQ(last_verdict({created(sample), denied}), Verdict::deviates);
}

TEST(AStatusOfTheLineOther, IsOneThatNoRuleOfTheCallGives) {
  const auto verdict_of = [](const Steps& steps) {
    return last_finding(trace_of(steps), readings::Profile::windows).verdict;
  };
  const Operation search = best_route_to(ipv4(10, 0, 0, 1));
  EXPECT_EQ(verdict_of({created(sample), answered(search, 1231)}), Verdict::deviates)
      << "no route matches only if there is none";
  EXPECT_EQ(verdict_of({refused(sample, 1231)}), Verdict::undecided) << "no rule of Create says so";
  EXPECT_EQ(verdict_of({created(sample), answered(search, number::access_denied)}), Verdict::undecided);
  EXPECT_EQ(verdict_of({created(sample), answered(remove(sample), number::file_not_found)}),
            Verdict::deviates)
      << "the row names a link";
}

TEST(AStatusOfTheLineOther, ChangesNothing) {
  const Step denied = refused(sample, number::access_denied);
  EXPECT_EQ(last_verdict({denied, no_table(Call::route_table, number::not_found)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({denied, table_of({sample})}), Verdict::deviates);
}

TEST(AStepThatIsUnavailable, IsSkipped) {
  const Step skipped = ended(create(sample), Ending::unavailable);
  const Finding finding = last_finding({skipped});
  EXPECT_EQ(finding.verdict, Verdict::skipped);
  EXPECT_EQ(finding.why, skipped.reply.detail);
  EXPECT_EQ(last_verdict({skipped, created(sample)}), Verdict::conforms);
  EXPECT_EQ(last_verdict({created(refusable), skipped}), Verdict::skipped);
}

// Each refused Set branches open whether its short-lived route still existed.
Steps steps_with_many_outcomes(std::uint8_t routes) {
  Steps steps;
  for (std::uint8_t i = 0; i < routes; ++i) {
    const RouteRow brief = to(a_short_lived_route(), ipv4(10, i, 0, 0), 16);
    const RouteRow spoiled = with(brief, &RouteRow::preferred_lifetime_s, 61);
    steps.push_back(created(brief));
    steps.push_back(answered(set(spoiled), number::invalid_parameter));
  }
  return steps;
}

TEST(AJudge, GivesUpWhenTooMuchIsPossible) {
  EXPECT_EQ(last_verdict(steps_with_many_outcomes(5)), Verdict::conforms);
  Steps steps = steps_with_many_outcomes(9);
  const Finding finding = last_finding(steps);
  EXPECT_EQ(finding.verdict, Verdict::undecided);
  EXPECT_EQ(finding.why, "too many readings explain what was seen");
  steps.push_back(created(sample));
  EXPECT_EQ(last_finding(steps).why, finding.why);
}

// Pairs of possible reasons for a refusal: the implementation must follow at least one of the two.
Steps steps_with_many_readings() {
  const RouteRow far = to(sample, ipv4(12, 0, 0, 0), 8);
  const std::vector<RouteRow> doubly_hedged = {
      via(to(sample, ipv4(0, 0, 0, 1), 32), ipv4(0, 0, 0, 1)),
      via(to(sample, ipv4(127, 0, 0, 0), 8), ipv4(127, 0, 0, 1)),
      via(to(sample, ipv4(224, 0, 0, 0), 4), ipv4(224, 0, 0, 1)),
      via(to(sample, ipv4(240, 0, 0, 0), 4), ipv4(240, 0, 0, 1)),
      via(to(sample, ipv4(255, 255, 255, 255), 32), ipv4(255, 255, 255, 255)),
      via(to(an_ipv6_route(), ipv6(0, 0x0000ffff00000000), 96), ipv6(0, 0x0000ffff00000001)),
      with(with(with(far, &RouteRow::valid_lifetime_s, 0), &RouteRow::preferred_lifetime_s, 0),
           &RouteRow::site_prefix_length, 255)};
  Steps steps = {created(sample)};
  for (const RouteRow& hedged : doubly_hedged)
    steps.push_back(refused(hedged, number::invalid_parameter));
  const RouteRow spoiled = with(refusable, &RouteRow::site_prefix_length, 9);
  steps.push_back(answered(get(spoiled), number::invalid_parameter));
  steps.push_back(answered(set(spoiled), number::invalid_parameter));
  return steps;
}

TEST(AJudge, CarriesItsDoubtsToTheNextTrace) {
  Judge judge{readings::Profile::documented};
  const RouteRow destination = to(sample, ipv4(127, 0, 0, 0), 8);
  const RouteRow next_hop = via(sample, ipv4(127, 0, 0, 1));
  (void)judge.judge(
      trace_of({refused(via(destination, ipv4(127, 0, 0, 1)), number::invalid_parameter)}));
  EXPECT_EQ(judge.judge(trace_of({created(destination)})).findings.back().verdict, Verdict::conforms);
  EXPECT_EQ(judge.judge(trace_of({created(next_hop)})).findings.back().verdict, Verdict::deviates)
      << "at least one of the two was the reason";
}

TEST(AJudge, ForgetsHowDoubtsHangTogetherWhenTheyAreTooMany) {
  const Steps all = steps_with_many_readings();
  EXPECT_EQ(last_finding(all).why, "too many readings explain what was seen");
  const auto verdict_after = [&all](std::ptrdiff_t pairs) {
    Judge judge{readings::Profile::documented};
    (void)judge.judge(trace_of({all.begin(), all.begin() + 1 + pairs}));
    const RouteRow destination = to(sample, ipv4(127, 0, 0, 0), 8);
    const RouteRow next_hop = via(sample, ipv4(127, 0, 0, 1));
    EXPECT_EQ(judge.judge(trace_of({created(destination)})).findings.back().verdict, Verdict::conforms);
    return judge.judge(trace_of({created(next_hop)})).findings.back().verdict;
  };
  EXPECT_EQ(verdict_after(3), Verdict::deviates);
  EXPECT_EQ(verdict_after(4), Verdict::conforms);
  EXPECT_EQ(verdict_after(static_cast<std::ptrdiff_t>(all.size()) - 1), Verdict::conforms);
}

const Step second_hop_created = created(via(sample, ipv4(10, 0, 0, 2)));
const Step second_hop_refused = refused(via(sample, ipv4(10, 0, 0, 2)), number::already_exists);

TEST(AJudge, IsCopiedWithAllThatItKnows) {
  Judge judge{readings::Profile::documented};
  (void)judge.judge(trace_of({created(sample), second_hop_created}));
  Judge copy{judge};
  Judge assigned{readings::Profile::windows};
  assigned = judge;
  EXPECT_EQ(copy.followed(), judge.followed());
  EXPECT_EQ(assigned.followed(), judge.followed());
  EXPECT_EQ(copy.coverage(), judge.coverage());
  const Trace contradiction = trace_of({created(sample), second_hop_refused});
  EXPECT_EQ(copy.judge(contradiction).findings.back().verdict, Verdict::deviates);
  EXPECT_NE(copy.coverage(), judge.coverage()) << "and is independent afterwards";
}

const Trace two_hops = trace_of({created(sample), second_hop_created, created(an_anycast())});
const Trace one_hop = trace_of(
    {refused(to(sample, no_family, 0), number::invalid_parameter), created(sample), second_hop_refused});

TEST(AJudge, HandsOnWhatItKnowsWithoutWhatItCounted) {
  Judge judge{readings::Profile::documented};
  (void)judge.judge(two_hops);
  const Judge other = judge.with_the_same_knowledge();
  EXPECT_TRUE(other.knows_the_same_as(judge));
  EXPECT_EQ(other.coverage(), Judge{readings::Profile::documented}.coverage());
}

TEST(AJudge, KnowsSomethingElseWhereItSawAnotherAnswerOrSawItElsewhere) {
  Trace elsewhere = two_hops;
  elsewhere.script = "a/script";
  Judge judge{readings::Profile::documented};
  Judge other{readings::Profile::documented};
  EXPECT_TRUE(judge.knows_the_same_as(other));
  (void)judge.judge(two_hops);
  EXPECT_FALSE(judge.knows_the_same_as(other));
  (void)other.judge(elsewhere);
  EXPECT_FALSE(judge.knows_the_same_as(other));
}

TEST(AJudge, GoesOnFromWhereAnotherOneCame) {
  Judge whole{readings::Profile::documented};
  Judge first{readings::Profile::documented};
  (void)whole.judge(two_hops);
  (void)first.judge(two_hops);
  Judge second = first.with_the_same_knowledge();
  EXPECT_EQ(whole.judge(one_hop).findings.back(), second.judge(one_hop).findings.back());
  first.continue_from(second);
  EXPECT_TRUE(first.knows_the_same_as(whole));
  EXPECT_EQ(first.followed(), whole.followed());
  EXPECT_EQ(first.coverage(), whole.coverage());
}

TEST(AJudge, TakesOverWhatAnotherOneLearned) {
  Judge learned{readings::Profile::documented};
  (void)learned.judge(two_hops);
  Judge fresh{readings::Profile::documented};
  EXPECT_FALSE(fresh.knows_the_same_as(learned));
  fresh.continue_from(learned);
  EXPECT_TRUE(fresh.knows_the_same_as(learned));
}

TEST(AJudge, SaysWhichAnswerWasFollowedAndSinceWhen) {
  Judge judge{readings::Profile::documented};
  const Followed before = judge.followed().front();
  EXPECT_EQ(before.question, "duplicate-key");
  EXPECT_THAT(before.answers, ElementsAre("prefix-and-next-hop", "prefix"));
  EXPECT_FALSE(before.decided);
  Trace trace = trace_of({created(sample), second_hop_refused});
  trace.script = "a/script";
  (void)judge.judge(trace);
  const Followed after = judge.followed().front();
  EXPECT_THAT(after.answers, ElementsAre("prefix"));
  EXPECT_TRUE(after.decided);
  const Evidence evidence{
      .question = "duplicate-key", .subject = "", .answer = "prefix", .script = "a/script", .step = 1};
  EXPECT_THAT(after.evidence, ElementsAre(evidence));
}

TEST(AJudge, SaysWhichAnswersAreLeftOfTheQuestionsThatWereDecided) {
  const auto left = [](readings::ReadingInstance instance, std::uint8_t open) {
    return AllOf(Field(&Decided::instance, instance), Field(&Decided::open, open));
  };
  Judge judge{readings::Profile::documented};
  EXPECT_TRUE(judge.decided().empty());
  (void)judge.judge(trace_of({created(sample), second_hop_refused}));
  EXPECT_THAT(
      judge.decided(),
      ElementsAre(left(readings::instance_of<readings::duplicate_key>(), 0b10),
                  left(readings::instance_of<readings::duplicate_status>(Call::create_route), 0b01)));
}

}  // namespace
}  // namespace netioconf::oracle::engine
