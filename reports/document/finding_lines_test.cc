#include "reports/document/finding_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::document {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::vector<std::string> texts(const Description& lines, std::string_view label) {
  std::vector<std::string> found;
  for (const Line& line : lines) {
    if (line.label == label) found.push_back(line.text);
  }
  return found;
}

TEST(AnAccount, NamesTheCallAndTheErrorsOfItsReply) {
  const Report report = sample_report();
  const Description lines = group_lines(report, 4);
  EXPECT_THAT(lines,
              Contains(Line{"call", "get route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000"}));
  EXPECT_THAT(lines, Contains(Line{"wrong", "Metric: allowed 5, observed 0"}));
  EXPECT_THAT(lines, Contains(Line{"wrong", "Age: allowed at most 2, observed 77 (route.age)"}));
  EXPECT_THAT(lines, Contains(Line{"because", "route.metric, route.age"}));
}

TEST(AnAccount, CitesTheRuleOfTheStatusAndOfEveryMember) {
  EXPECT_THAT(
      texts(group_lines(sample_report(), 4), "source"),
      testing::ElementsAre("CreateIpForwardEntry2, Remarks: The metric is kept.",
                           "MIB_IPFORWARD_ROW2, Members: Age is the time since the route was made."));
}

TEST(AnAccount, SaysWhereTheCatalogueHasNoSuchRule) {
  Report report = sample_report();
  report.clear_rules();
  EXPECT_THAT(group_lines(report, 0), Contains(Line{"source", "any.returns is not in the catalogue"}));
}

TEST(AnAccount, CountsMismatchesBeyondTheFirst) {
  Report report = sample_report();
  ScriptResult& script = *report.mutable_scripts(4);
  StepResult& step = *script.mutable_findings(script.findings_size() - 1);
  const MismatchWords one = step.mismatches(0);
  step.clear_mismatches();
  for (int i = 0; i < 1000; ++i) *step.add_mismatches() = one;
  const auto wrong = texts(finding_lines(report, script, step), "wrong");
  ASSERT_EQ(wrong.size(), 9U);
  EXPECT_EQ(wrong.back(), "992 more");
}

TEST(AnAccount, ShowsTheStepsBefore) {
  EXPECT_THAT(
      texts(group_lines(sample_report(), 4), "before"),
      testing::ElementsAre("step 1: create route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000, "
                           "metric 5 gave success (0)"));
}

TEST(AnAccount, LeavesOutTheFirstOfManySteps) {
  Report report = sample_report();
  ScriptResult& script = *report.mutable_scripts(4);
  const StepResult first = script.findings(0);
  script.clear_findings();
  for (std::uint32_t step = 0; step < 20; ++step) {
    StepResult& added = *script.add_findings() = first;
    added.set_step(step);
    added.set_place("step " + std::to_string(step + 1));
  }
  const auto before = texts(finding_lines(report, script, script.findings(19)), "before");
  ASSERT_EQ(before.size(), 9U);
  EXPECT_EQ(before.front(), "11 steps not shown here");
  EXPECT_THAT(before[1], HasSubstr("step 12: "));
}

TEST(AnAccount, NamesTheStepThatFollowedAnotherAnswer) {
  EXPECT_THAT(texts(group_lines(sample_report(), 1), "reading"),
              testing::ElementsAre("duplicate-key (What makes two routes the same?): step 2 of "
                                   "route.duplicate/only_the_metric_differs followed \"prefix\"; step 2 "
                                   "follows \"prefix + next hop\""));
}

TEST(AnAccount, SaysWhatWindowsIsObservedToDo) {
  EXPECT_THAT(group_lines(sample_report(), 3),
              Contains(Line{"but",
                            "Windows is observed to do this: no-link = file not found (seen twice, "
                            "independently)"}));
}

TEST(AnAccount, NamesTheDocumentedAnswerThatWouldExplainTheReply) {
  Report report = sample_report();
  *report.mutable_scripts(3)->mutable_findings(0)->mutable_explained_by(0) =
      message<EvidenceWords>("question: 'duplicate-key' answer: 'prefix'");
  EXPECT_THAT(group_lines(report, 3),
              Contains(Line{"but",
                            "another reading allows this: duplicate-key = prefix "
                            "(CreateIpForwardEntry2, Return value)"}));
}

TEST(AnAccount, GivesTheReasonOfAKnownDeviation) {
  EXPECT_THAT(group_lines(sample_report(), 3), Contains(Line{"known", "Windows does the same"}));
  EXPECT_THAT(texts(group_lines(sample_report(), 2), "known").front(),
              HasSubstr(", https://example.org/issues/1?a=1&b=2"));
}

TEST(AnAccount, GivesAReasonOnceThatHoldsForManyScripts) {
  Report report = sample_report();
  Matched& known = *report.mutable_known();
  *known.mutable_entries(1) = known.entries(0);
  *known.mutable_matches(2) = message<Match>("group: 3 script: 'another/script' findings: 1 entry: 1");
  EXPECT_EQ(texts(group_lines(report, 3), "known").size(), 1U);
}

TEST(AnAccount, EndsWithScriptAndReplay) {
  const Description lines = group_lines(sample_report(), 2);
  ASSERT_GE(lines.size(), 2U);
  EXPECT_EQ(lines[lines.size() - 2].label, "script");
  EXPECT_EQ(lines.back().label, "replay");
}

TEST(AnAccount, SaysOnOneLineWhatTheScriptIsAbout) {
  Report report = sample_report();
  for (ScriptResult& script : *report.mutable_scripts()) script.set_comment("One.\nTwo.");
  EXPECT_THAT(group_lines(report, 0), Contains(Line{"tests", "One. Two."}));
}

TEST(AnAccountOfAnUndecidedStep, SaysWhy) {
  const Report report = sample_report();
  const ScriptResult& script = report.scripts(0);
  EXPECT_THAT(finding_lines(report, script, script.findings(1)),
              Contains(Line{"why", "an earlier step deviated"}));
}

}  // namespace
}  // namespace netioconf::reports::document
