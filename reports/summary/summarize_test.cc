#include "reports/summary/summarize.h"

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace netioconf::reports::inline summary {
namespace {

using oracle::Call;
using oracle::Finding;
using testing::ElementsAre;

oracle::Step create(bool probe = false) {
  oracle::Step step;
  step.operation = oracle::RouteCall{};
  step.probe = probe;
  return step;
}

Finding finding(std::size_t step, oracle::Verdict verdict, std::string rule_or_why = "") {
  Finding made;
  made.step = step;
  made.verdict = verdict;
  (verdict == oracle::Verdict::deviates ? made.rule : made.why) = std::move(rule_or_why);
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
  return judged(std::move(name), {finding(0, oracle::Verdict::deviates, std::move(rule))});
}

Report summary_of(std::vector<Judged> run) {
  Report before;
  before.set_implementation("emulated");
  return summarize(before, run, {}, {});
}

// Conforming, deviating, undecided and skipped.
std::string text_of(const Counts& counts) {
  return fmt::format("{} {} {} {}", counts.conforms(), counts.deviates(), counts.undecided(),
                     counts.skipped());
}

// Each reason with its steps and scripts.
std::vector<std::string> texts_of(const google::protobuf::RepeatedPtrField<Reason>& reasons) {
  std::vector<std::string> texts;
  for (const Reason& reason : reasons)
    texts.push_back(fmt::format("{} {} {}", reason.why(), reason.steps(), reason.scripts()));
  return texts;
}

TEST(ASummary, CountsStepsAndScriptsByVerdict) {
  const Report report = summary_of({
      judged("a/1", {finding(0, oracle::Verdict::conforms), finding(1, oracle::Verdict::conforms)}),
      judged("a/2", {finding(0, oracle::Verdict::deviates, "r"),
                     finding(1, oracle::Verdict::undecided, "after")}),
      judged("a/3",
             {finding(0, oracle::Verdict::conforms), finding(1, oracle::Verdict::undecided, "memory")}),
      judged("a/4", {finding(0, oracle::Verdict::conforms),
                     finding(1, oracle::Verdict::skipped, "no function")}),
  });
  EXPECT_EQ(text_of(report.steps()), "4 1 2 1");
  EXPECT_EQ(text_of(report.scripts_count()), "1 1 1 1");
}

TEST(ASummary, SkipsAScriptOfWhichNothingWasCalled) {
  Judged unasked = judged("a/1", {});
  unasked.trace.skipped = "two links";
  const Report report = summary_of({unasked, judged("a/2", {})});
  EXPECT_EQ(text_of(report.scripts_count()), "0 0 0 2");
  EXPECT_THAT(texts_of(report.skipped()), ElementsAre("nothing was called 0 1", "two links 0 1"));
}

TEST(ASummary, TakesNothingFromAScriptForAProbeThatCannotBeAsked) {
  Judged script = judged(
      "a/1", {finding(0, oracle::Verdict::conforms), finding(1, oracle::Verdict::skipped, "no table")});
  script.trace.steps[1].probe = true;
  const Report report = summary_of({script});
  EXPECT_EQ(report.scripts_count().conforms(), 1);
  EXPECT_EQ(report.steps().skipped(), 1) << "it is counted nevertheless";
  EXPECT_THAT(texts_of(report.skipped()), ElementsAre("no table 1 1"));
}

TEST(ASummary, ShowsAnotherExampleWithoutCountingIt) {
  Report before;
  Summary summary{std::move(before)};
  summary.add(deviating("a/long", "r"));
  summary.show(deviating("a/short", "r"));
  summary.show(deviating("a/other", "never added"));
  const Report report = summary.report({}, {});
  ASSERT_EQ(report.groups_size(), 1);
  EXPECT_EQ(report.groups(0).findings(), 1);
  EXPECT_EQ(shortest_script(report, report.groups(0)).name(), "a/short");
  EXPECT_EQ(report.scripts_count().deviates(), 1);
}

TEST(ASummary, IsThatOfItsParts) {
  Judged unnamed = deviating("a/3", "r");
  unnamed.origin = Origin::generated;
  unnamed.trace.steps.front().reply.decided_by = "pool";
  const std::vector<Judged> run = {
      judged("a/1", {finding(0, oracle::Verdict::conforms)}),
      deviating("a/long name", "r"),
      judged("a/2", {finding(0, oracle::Verdict::undecided, "often")}),
      unnamed,
      deviating("a/4", "s"),
      judged("a/5", {finding(0, oracle::Verdict::undecided, "often")}),
      judged("a/6", {}),
      deviating("a/4", "s"),
  };
  for (std::size_t first = 0; first <= run.size(); ++first) {
    Summary all{{}};
    Summary later{{}};
    for (std::size_t i = 0; i < run.size(); ++i) (i < first ? all : later).add(run[i]);
    all.add(std::move(later));
    EXPECT_EQ(all.report({}, {}).SerializeAsString(), summarize({}, run, {}, {}).SerializeAsString())
        << first;
  }
}

TEST(ASummary, ListsReasonsByTheirWeight) {
  const Report report = summary_of({
      judged("a/1", {finding(0, oracle::Verdict::undecided, "rare")}),
      judged("a/2", {finding(0, oracle::Verdict::undecided, "often"),
                     finding(1, oracle::Verdict::undecided, "often")}),
      judged("a/3", {finding(0, oracle::Verdict::undecided, "often")}),
  });
  EXPECT_THAT(texts_of(report.undecided()), ElementsAre("often 3 2", "rare 1 1"));
}

TEST(ASummary, CountsWhatDecided) {
  Judged script = judged("a/1", std::vector<Finding>(4));
  script.trace.steps[0].reply.decided_by = "kernel";
  script.trace.steps[1].reply.decided_by = "adapter: no row";
  script.trace.steps[3].reply.decided_by = "kernel";
  const Report report = summary_of({script});
  ASSERT_EQ(report.deciders_size(), 2);
  EXPECT_EQ(report.deciders(0).by(), "adapter: no row");
  EXPECT_EQ(report.deciders(0).steps(), 1);
  EXPECT_EQ(report.deciders(1).steps(), 2);
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
  for (const Group& group : report.groups()) {
    groups.push_back(
        fmt::format("{} {} {} {}", id_of(group), group.function(), group.observed(), group.findings()));
  }
  EXPECT_THAT(groups,
              ElementsAre("r CreateIpForwardEntry2 crashed 1", "r CreateIpForwardEntry2 not_found 1",
                          "r CreateIpForwardEntry2 success 2", "r SetIpForwardEntry2 success 1",
                          "q CreateIpForwardEntry2 success 1", "s CreateIpForwardEntry2 success 1"));
}

TEST(AGroup, KnowsHowOftenEachScriptShowsIt) {
  const Report report = summary_of({judged("a/2", {finding(0, oracle::Verdict::deviates, "r"),
                                                   finding(1, oracle::Verdict::deviates, "r")}),
                                    deviating("a/1", "r")});
  ASSERT_EQ(report.groups_size(), 1);
  ASSERT_EQ(report.groups(0).scripts_size(), 2);
  EXPECT_EQ(report.groups(0).scripts(0).name(), "a/1");
  EXPECT_EQ(report.groups(0).scripts(1).findings(), 2);
}

std::string shortest_of(std::vector<Judged> run) {
  const Report report = summary_of(std::move(run));
  return shortest_script(report, report.groups(0)).name();
}

TEST(TheShortestScript, HasTheFewestOperations) {
  Judged longer =
      judged("a/1", {finding(0, oracle::Verdict::conforms), finding(1, oracle::Verdict::deviates, "r")});
  EXPECT_EQ(shortest_of({longer, deviating("a/2", "r")}), "a/2");
  EXPECT_EQ(shortest_of({deviating("a/2", "r"), longer}), "a/2");
}

TEST(TheShortestScript, IsNotLongerForItsProbes) {
  Judged probed =
      judged("a/1", {finding(0, oracle::Verdict::deviates, "r"), finding(1, oracle::Verdict::conforms)});
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

TEST(AScriptThatConforms, HasNoStepsInTheReport) {
  const Report report =
      summary_of({judged("a/1", {finding(0, oracle::Verdict::conforms)}), deviating("a/2", "r")});
  EXPECT_EQ(report.scripts(0).findings_size(), 0);
  EXPECT_FALSE(report.scripts(0).has_machine());
  EXPECT_EQ(report.scripts(1).findings_size(), 1);
  EXPECT_TRUE(report.scripts(1).has_machine());
}

TEST(AScriptThatConforms, KeepsTheNumbersOfItsStepsForEvidence) {
  Judged first =
      judged("a/1", {finding(0, oracle::Verdict::conforms), finding(1, oracle::Verdict::conforms)});
  first.trace.steps[1].probe = true;
  Judged second = deviating("a/2", "r");
  second.judgement.findings[0].contradicts = {{"q", "", "x", "a/1", 1}};
  const Report report = summary_of({first, second});
  EXPECT_EQ(report.scripts(1).findings(0).contradicts(0).place(), "the tables after step 1");
}

TEST(AScriptThatDeviates, HasAllOfItsSteps) {
  const Report report = summary_of({judged("a/1", {finding(0, oracle::Verdict::conforms),
                                                   finding(1, oracle::Verdict::deviates, "r")}),
                                    judged("a/2", {finding(0, oracle::Verdict::conforms),
                                                   finding(1, oracle::Verdict::undecided, "why")})});
  EXPECT_EQ(report.scripts(0).findings_size(), 2);
  EXPECT_EQ(report.scripts(1).findings_size(), 1) << "only what does not conform";
  EXPECT_EQ(report.scripts(1).findings(0).place(), "step 2");
}

TEST(AScriptThatDeviates, IsInTheReportAsText) {
  Judged script = deviating("a/1", "r");
  script.comment = "Some idea.";
  const Report report = summary_of({script});
  ASSERT_EQ(report.scripts(0).exports_size(), 1);
  EXPECT_EQ(report.scripts(0).exports(0).text(),
            "# Some idea.\nhost { }\noperations { create_route { } }\n");
}

std::string replay_of(const Judged& script, const std::vector<Judged>& earlier) {
  Report before;
  before.set_implementation("emulated");
  before.set_command("the whole run");
  Invocation invocation;
  invocation.arguments = {{.option = "--profile", .value = "windows"}};
  Summary summary{before, invocation};
  for (const Judged& each : earlier) summary.add(each);
  summary.add(script);
  return summary.report({}, {}).scripts().rbegin()->replay();
}

TEST(TheReplayCommand, RunsTheScriptAsItWasJudged) {
  EXPECT_EQ(replay_of(deviating("a/1", "r"), {}),
            "netioconf check --implementation emulated --scripts a/1.textproto --profile windows");
}

TEST(TheReplayCommand, RunsTheScriptsThatAreContradictedFirstAndOnce) {
  Judged script = deviating("a/2", "r");
  script.judgement.findings[0].contradicts = {
      {"q", "", "x", "a/1", 0}, {"p", "", "y", "a/1", 0}, {"p", "", "y", "a/2", 0}};
  EXPECT_THAT(replay_of(script, {judged("a/1", {finding(0, oracle::Verdict::conforms)})}),
              testing::HasSubstr(" --scripts a/1.textproto --scripts a/2.textproto --profile"));
}

TEST(TheReplayCommand, IsTheWholeRunWhereAScriptIsInNoFile) {
  Judged script = deviating("a/2", "r");
  script.judgement.findings[0].contradicts = {{"q", "", "x", "sweep-3", 0}};
  EXPECT_EQ(replay_of(script, {}), "the whole run");
  script = deviating("a/2", "r");
  script.path.clear();
  EXPECT_EQ(replay_of(script, {}), "the whole run");
}

TEST(AGeneratedScript, IsOnlyShownAsTheExampleOfAGroup) {
  Judged conforming = judged("sweep-1", {finding(0, oracle::Verdict::conforms)});
  Judged longer = judged(
      "sweep-2", {finding(0, oracle::Verdict::conforms), finding(1, oracle::Verdict::deviates, "r")});
  Judged shorter = deviating("sweep-3", "r");
  for (Judged* script : {&conforming, &longer, &shorter}) script->origin = Origin::generated;
  const Report report = summary_of({conforming, longer, shorter});
  EXPECT_EQ(text_of(report.scripts_count()), "1 2 0 0");
  ASSERT_EQ(report.scripts_size(), 1);
  EXPECT_EQ(report.scripts(0).name(), "sweep-3");
  EXPECT_EQ(report.groups(0).generated_findings(), 2);
  EXPECT_EQ(report.groups(0).scripts_size(), 0);
}

TEST(AGeneratedScript, GivesWayToACommittedOneAsShort) {
  Judged generated = deviating("a/0", "r");
  generated.origin = Origin::generated;
  EXPECT_EQ(shortest_of({generated, deviating("a/1", "r")}), "a/1");
}

TEST(AGeneratedScript, IsShownOnceThoughItIsTheExampleOfTwoGroups) {
  Judged both = judged("sweep-1", {finding(0, oracle::Verdict::deviates, "r"),
                                   finding(1, oracle::Verdict::deviates, "s")});
  both.origin = Origin::generated;
  const Report report = summary_of({both});
  EXPECT_EQ(report.scripts_size(), 1);
  EXPECT_EQ(report.groups(1).shortest().step(), 1U);
}

TEST(ASummary, CountsGeneratedScriptsThatConformWithoutSeeingThem) {
  Summary summary{Report{}};
  summary.add_conforming(3, 10);
  const Report report = summary.report({}, {});
  EXPECT_EQ(report.scripts_count().conforms(), 3);
  EXPECT_EQ(report.steps().conforms(), 10);
  EXPECT_EQ(report.outcome(), Outcome::conforms);
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

TEST(ASummary, KeepsTheTimesOfALiveRun) {
  Judged live = deviating("a/b", "x");
  live.seconds = 0.25;
  const Report report = summary_of({live, deviating("a/c", "x")});
  EXPECT_EQ(report.scripts(0).seconds(), 0.25);
  EXPECT_FALSE(report.scripts(1).has_seconds()) << "it was recorded earlier";
}

TEST(ASummary, HoldsTheWordsOfTheCatalogue) {
  const Report report = summary_of({});
  ASSERT_EQ(report.rules().size(), oracle::rules::rules().size());
  ASSERT_EQ(report.questions().size(), oracle::readings::readings().size());
  EXPECT_EQ(report.rules(0).says(), oracle::rules::rules().front().says);
  EXPECT_EQ(report.questions(0).answers().size(), oracle::readings::readings().front().answers.size());
}

TEST(ASummary, KeepsWhatWasKnownBefore) {
  EXPECT_EQ(summary_of({}).implementation(), "emulated");
  EXPECT_EQ(summary_of({}).outcome(), Outcome::empty);
}

}  // namespace
}  // namespace netioconf::reports::inline summary
