#include "reports/words/finding_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::words {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> texts(const std::vector<Line>& lines, std::string_view label) {
  std::vector<std::string> found;
  for (const Line& line : lines) {
    if (line.label == label) found.push_back(line.text);
  }
  return found;
}

TEST(AnAccount, NamesTheCallAndTheErrorsOfItsReply) {
  const Report report = sample_report();
  const std::vector<Line> lines = finding_lines(report, 4);
  EXPECT_THAT(lines,
              Contains(Line{"call", "get route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000"}));
  EXPECT_THAT(lines, Contains(Line{"wrong", "Metric: allowed 5, observed 0"}));
  EXPECT_THAT(lines, Contains(Line{"wrong", "Age: allowed at most 2, observed 77 (route.age)"}));
  EXPECT_THAT(lines, Contains(Line{"because", "route.metric, route.age"}));
}

TEST(AnAccount, CitesTheRuleOfTheStatusAndOfEveryMember) {
  EXPECT_THAT(
      texts(finding_lines(sample_report(), 4), "source"),
      testing::ElementsAre("CreateIpForwardEntry2, Remarks: The metric is kept.",
                           "MIB_IPFORWARD_ROW2, Members: Age is the time since the route was made."));
}

TEST(AnAccount, SaysWhereTheCatalogueHasNoSuchRule) {
  Report report = sample_report();
  report.rules.clear();
  EXPECT_THAT(finding_lines(report, 0), Contains(Line{"source", "any.returns is not in the catalogue"}));
}

TEST(AnAccount, ShowsTheStepsBefore) {
  EXPECT_THAT(
      texts(finding_lines(sample_report(), 4), "before"),
      testing::ElementsAre("step 1: create route 10.0.0.0/8 via 10.0.0.1 on luid 0x6000001000000, "
                           "metric 5 gave success (0)"));
}

TEST(AnAccount, LeavesOutTheFirstOfManySteps) {
  Report report = sample_report();
  ScriptResult& script = report.scripts[4];
  script.trace.steps.assign(20, script.trace.steps[0]);
  script.probes.assign(20, false);
  oracle::Finding finding = script.judgement.findings[2];
  finding.step = 19;
  const auto before = texts(finding_lines(report, script, finding), "before");
  ASSERT_EQ(before.size(), 9U);
  EXPECT_EQ(before.front(), "11 steps not shown here");
  EXPECT_THAT(before[1], HasSubstr("step 12: "));
}

TEST(AnAccount, NamesTheStepThatFollowedAnotherAnswer) {
  EXPECT_THAT(
      texts(finding_lines(sample_report(), 1), "reading"),
      testing::ElementsAre("duplicate-key (What makes two routes the same?): step 2 of "
                           "route.duplicate/only_the_metric_differs followed \"prefix\"; this step "
                           "follows another answer"));
}

TEST(AnAccount, SaysWhatWindowsIsObservedToDo) {
  EXPECT_THAT(finding_lines(sample_report(), 3),
              Contains(Line{"but",
                            "Windows is observed to do this: no-link = file not found (seen twice, "
                            "independently)"}));
}

TEST(AnAccount, NamesTheDocumentedAnswerThatWouldExplainTheReply) {
  Report report = sample_report();
  report.scripts[3].judgement.findings[0].explained_by = {{"duplicate-key", "", "prefix", "", 0}};
  EXPECT_THAT(finding_lines(report, 3),
              Contains(Line{"but",
                            "another reading allows this: duplicate-key = prefix "
                            "(CreateIpForwardEntry2, Return value)"}));
}

TEST(AnAccount, GivesTheReasonOfAKnownDeviation) {
  EXPECT_THAT(finding_lines(sample_report(), 3), Contains(Line{"known", "Windows does the same"}));
  EXPECT_THAT(texts(finding_lines(sample_report(), 2), "known").front(),
              HasSubstr(", https://example.org/issues/1?a=1&b=2"));
}

TEST(AnAccount, GivesAReasonOnceThatHoldsForManyScripts) {
  Report report = sample_report();
  report.known->entries[1] = report.known->entries[0];
  report.known->matches[2] = {3, "another/script", 1, 1};
  EXPECT_EQ(texts(finding_lines(report, 3), "known").size(), 1U);
}

TEST(AnAccount, EndsWithScriptAndReplay) {
  const std::vector<Line> lines = finding_lines(sample_report(), 2);
  ASSERT_GE(lines.size(), 2U);
  EXPECT_EQ(lines[lines.size() - 2].label, "script");
  EXPECT_EQ(lines.back().label, "replay");
}

TEST(AnAccount, IsLegible) {
  for (const Line& line : finding_lines(sample_report(), 0))
    EXPECT_THAT(line.text, Not(HasSubstr("\x1b")));
}

TEST(AnAccount, SaysOnOneLineWhatTheScriptIsAbout) {
  Report report = sample_report();
  for (ScriptResult& script : report.scripts) script.comment = "One.\nTwo.";
  EXPECT_THAT(finding_lines(report, 0), Contains(Line{"about", "One. Two."}));
}

TEST(AnAccountOfAnUndecidedStep, SaysWhy) {
  Report report = sample_report();
  const ScriptResult& script = report.scripts[0];
  EXPECT_THAT(finding_lines(report, script, script.judgement.findings[1]),
              Contains(Line{"why", "an earlier step deviated"}));
}

}  // namespace
}  // namespace netioconf::reports::words
