#include "reports/model/summarize.h"

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::reports::inline model {
namespace {

using oracle::Call;
using oracle::Finding;
using oracle::Verdict;
using testing::ElementsAre;

oracle::Step create(bool probe = false) {
  oracle::Step step;
  step.operation = oracle::RouteCall{};
  step.probe = probe;
  return step;
}

Finding finding(std::size_t step, Verdict verdict, std::string rule_or_why = "") {
  Finding made;
  made.step = step;
  made.verdict = verdict;
  (verdict == Verdict::deviates ? made.rule : made.why) = std::move(rule_or_why);
  return made;
}

Judged judged(std::string name, std::vector<Finding> findings) {
  Judged made;
  made.path = name + ".textproto";
  made.trace.script = std::move(name);
  made.trace.steps.assign(findings.size(), create());
  made.judgement.findings = std::move(findings);
  return made;
}

Judged deviating(std::string name, std::string rule) {
  return judged(std::move(name), {finding(0, Verdict::deviates, std::move(rule))});
}

Report summary_of(std::vector<Judged> run) {
  Report before;
  before.implementation = "emulated";
  return summarize(before, run, {}, {});
}

TEST(ASummary, CountsStepsAndScriptsByVerdict) {
  const Report report = summary_of({
      judged("a/1", {finding(0, Verdict::conforms), finding(1, Verdict::conforms)}),
      judged("a/2", {finding(0, Verdict::deviates, "r"), finding(1, Verdict::undecided, "after")}),
      judged("a/3", {finding(0, Verdict::conforms), finding(1, Verdict::undecided, "memory")}),
      judged("a/4", {finding(0, Verdict::conforms), finding(1, Verdict::skipped, "no function")}),
  });
  EXPECT_EQ(report.steps, (Counts{.conforms = 4, .deviates = 1, .undecided = 2, .skipped = 1}));
  EXPECT_EQ(report.scripts_count, (Counts{.conforms = 1, .deviates = 1, .undecided = 1, .skipped = 1}));
}

TEST(ASummary, SkipsAScriptOfWhichNothingWasCalled) {
  Judged unasked = judged("a/1", {});
  unasked.trace.skipped = "two links";
  const Report report = summary_of({unasked, judged("a/2", {})});
  EXPECT_EQ(report.scripts_count, (Counts{.conforms = 0, .deviates = 0, .undecided = 0, .skipped = 2}));
  EXPECT_THAT(report.skipped,
              ElementsAre(Reason{"nothing was called", 0, 1}, Reason{"two links", 0, 1}));
}

TEST(ASummary, TakesNothingFromAScriptForAProbeThatCannotBeAsked) {
  Judged script =
      judged("a/1", {finding(0, Verdict::conforms), finding(1, Verdict::skipped, "no table")});
  script.trace.steps[1].probe = true;
  const Report report = summary_of({script});
  EXPECT_EQ(report.scripts_count.conforms, 1U);
  EXPECT_EQ(report.steps.skipped, 1U) << "it is counted nevertheless";
  EXPECT_THAT(report.skipped, ElementsAre(Reason{"no table", 1, 1}));
}

TEST(ASummary, ShowsAnotherExampleWithoutCountingIt) {
  Report before;
  Summary summary{std::move(before)};
  summary.add(deviating("a/long", "r"));
  summary.show(deviating("a/short", "r"));
  summary.show(deviating("a/other", "never added"));
  const Report report = summary.report({}, {});
  ASSERT_EQ(report.groups.size(), 1U);
  EXPECT_EQ(report.groups.front().findings, 1U);
  EXPECT_EQ(report.scripts[report.groups.front().script].name, "a/short");
  EXPECT_EQ(report.scripts_count.deviates, 1U);
}

TEST(ASummary, ListsReasonsByTheirWeight) {
  const Report report = summary_of({
      judged("a/1", {finding(0, Verdict::undecided, "rare")}),
      judged("a/2", {finding(0, Verdict::undecided, "often"), finding(1, Verdict::undecided, "often")}),
      judged("a/3", {finding(0, Verdict::undecided, "often")}),
  });
  EXPECT_THAT(report.undecided, ElementsAre(Reason{"often", 3, 2}, Reason{"rare", 1, 1}));
}

TEST(ASummary, CountsWhatDecided) {
  Judged script = judged("a/1", std::vector<Finding>(4));
  script.trace.steps[0].reply.decided_by = "kernel";
  script.trace.steps[1].reply.decided_by = "adapter: no row";
  script.trace.steps[3].reply.decided_by = "kernel";
  const Report report = summary_of({script});
  EXPECT_THAT(report.deciders, ElementsAre(Decider{"adapter: no row", 1}, Decider{"kernel", 2}));
}

TEST(ASummary, GroupsByRuleReadingCallAndReply) {
  Judged other_call = deviating("a/3", "r");
  other_call.judgement.findings[0].call = Call::set_route;
  Judged other_status = deviating("a/4", "r");
  other_status.judgement.findings[0].observed = oracle::Status::not_found;
  Judged crashed = deviating("a/5", "r");
  crashed.trace.steps[0].reply.ending = oracle::Ending::crashed;
  Judged contradicting = deviating("a/6", "r");
  contradicting.judgement.findings[0].contradicts = {{"q", "", "x", "a/1", 0}};
  const Report report = summary_of({deviating("a/1", "r"), deviating("a/2", "r"), other_call,
                                    other_status, crashed, contradicting, deviating("a/7", "s")});
  std::vector<std::string> groups;
  for (const Group& group : report.groups) {
    groups.push_back(id_of(group) + " " + std::string{oracle::function_name(group.call)} + " " +
                     group.observed + " " + std::to_string(group.findings));
  }
  EXPECT_THAT(groups,
              ElementsAre("r CreateIpForwardEntry2 crashed 1", "r CreateIpForwardEntry2 not_found 1",
                          "r CreateIpForwardEntry2 success 2", "r SetIpForwardEntry2 success 1",
                          "q CreateIpForwardEntry2 success 1", "s CreateIpForwardEntry2 success 1"));
}

TEST(AGroup, KnowsHowOftenEachScriptShowsIt) {
  const Report report = summary_of(
      {judged("a/2", {finding(0, Verdict::deviates, "r"), finding(1, Verdict::deviates, "r")}),
       deviating("a/1", "r")});
  ASSERT_EQ(report.groups.size(), 1U);
  EXPECT_THAT(report.groups[0].committed, ElementsAre(Occurrence{"a/1", 1}, Occurrence{"a/2", 2}));
}

std::string shortest_of(std::vector<Judged> run) {
  const Report report = summary_of(std::move(run));
  return report.scripts[report.groups.at(0).script].name;
}

TEST(TheShortestScript, HasTheFewestOperations) {
  Judged longer = judged("a/1", {finding(0, Verdict::conforms), finding(1, Verdict::deviates, "r")});
  EXPECT_EQ(shortest_of({longer, deviating("a/2", "r")}), "a/2");
  EXPECT_EQ(shortest_of({deviating("a/2", "r"), longer}), "a/2");
}

TEST(TheShortestScript, IsNotLongerForItsProbes) {
  Judged probed = judged("a/1", {finding(0, Verdict::deviates, "r"), finding(1, Verdict::conforms)});
  probed.trace.steps[1].probe = true;
  EXPECT_EQ(shortest_of({deviating("a/2", "r"), probed}), "a/1");
}

TEST(TheShortestScript, HasTheMostUsualRow) {
  Judged unusual = deviating("a/1", "r");
  oracle::RouteRow row;
  row.metric = 5;
  unusual.trace.steps[0].operation = oracle::RouteCall{.row = row};
  Judged usual = deviating("a/2", "r");
  usual.trace.steps[0].operation = oracle::RouteCall{.row = oracle::RouteRow{}};
  EXPECT_EQ(shortest_of({unusual, usual}), "a/2");
}

TEST(TheShortestScript, IsOfTheLowestRankOfThoseWithAsManyOperations) {
  Judged low = deviating("sweep/9", "r");
  low.rank = 9;
  oracle::RouteRow row;
  row.metric = 5;
  low.trace.steps[0].operation = oracle::RouteCall{.row = row};
  Judged high = deviating("sweep/10", "r");
  high.rank = 10;
  EXPECT_EQ(shortest_of({high, low}), "sweep/9");
}

TEST(TheShortestScript, IsTheFirstByNameOfThoseAsShort) {
  EXPECT_EQ(shortest_of({deviating("a/2", "r"), deviating("a/1", "r"), deviating("a/3", "r")}), "a/1");
}

TEST(AScriptThatConforms, KeepsNoTrace) {
  const Report report =
      summary_of({judged("a/1", {finding(0, Verdict::conforms)}), deviating("a/2", "r")});
  EXPECT_TRUE(report.scripts[0].trace.steps.empty());
  EXPECT_TRUE(report.scripts[0].judgement.findings.empty());
  EXPECT_EQ(report.scripts[0].probes, std::vector<bool>{false}) << "evidence may refer to its steps";
  EXPECT_EQ(report.scripts[1].trace.steps.size(), 1U);
}

TEST(AGeneratedScript, IsOnlyShownAsTheExampleOfAGroup) {
  Judged conforming = judged("sweep-1", {finding(0, Verdict::conforms)});
  Judged longer = judged("sweep-2", {finding(0, Verdict::conforms), finding(1, Verdict::deviates, "r")});
  Judged shorter = deviating("sweep-3", "r");
  for (Judged* script : {&conforming, &longer, &shorter}) script->origin = Origin::generated;
  const Report report = summary_of({conforming, longer, shorter});
  EXPECT_EQ(report.scripts_count, (Counts{.conforms = 1, .deviates = 2, .undecided = 0, .skipped = 0}));
  ASSERT_EQ(report.scripts.size(), 1U);
  EXPECT_EQ(report.scripts[0].name, "sweep-3");
  EXPECT_EQ(report.groups.at(0).generated, 2U);
  EXPECT_TRUE(report.groups.at(0).committed.empty());
}

TEST(AGeneratedScript, GivesWayToACommittedOneAsShort) {
  Judged generated = deviating("a/0", "r");
  generated.origin = Origin::generated;
  EXPECT_EQ(shortest_of({generated, deviating("a/1", "r")}), "a/1");
}

TEST(AGeneratedScript, IsShownOnceThoughItIsTheExampleOfTwoGroups) {
  Judged both =
      judged("sweep-1", {finding(0, Verdict::deviates, "r"), finding(1, Verdict::deviates, "s")});
  both.origin = Origin::generated;
  const Report report = summary_of({both});
  EXPECT_EQ(report.scripts.size(), 1U);
  EXPECT_EQ(report.groups.at(1).step, 1U);
}

TEST(ASummary, CountsGeneratedScriptsThatConformWithoutSeeingThem) {
  Summary summary{Report{}};
  summary.add_conforming(3, 10);
  const Report report = summary.report({}, {});
  EXPECT_EQ(report.scripts_count.conforms, 3U);
  EXPECT_EQ(report.steps.conforms, 10U);
  EXPECT_EQ(outcome_of(report), Outcome::conforms);
}

TEST(ASummary, KnowsHowManyGroupsThereAreSoFar) {
  Summary summary{Report{}};
  EXPECT_EQ(summary.group_count(), 0U);
  summary.add(deviating("a/b", "x"));
  summary.add(deviating("a/c", "x"));
  EXPECT_EQ(summary.group_count(), 1U);
  summary.add(deviating("a/d", "y"));
  EXPECT_EQ(summary.group_count(), 2U);
}

TEST(ASummary, HoldsTheWordsOfTheCatalogue) {
  const Report report = summary_of({});
  ASSERT_EQ(report.rules.size(), oracle::rules::rules().size());
  ASSERT_EQ(report.questions.size(), oracle::readings::readings().size());
  EXPECT_EQ(report.rules.front().says, oracle::rules::rules().front().says);
  EXPECT_EQ(report.questions.front().answers.size(),
            oracle::readings::readings().front().answers.size());
}

TEST(ASummary, KeepsWhatWasKnownBefore) {
  EXPECT_EQ(summary_of({}).implementation, "emulated");
  EXPECT_EQ(outcome_of(summary_of({})), Outcome::empty);
}

}  // namespace
}  // namespace netioconf::reports::inline model
