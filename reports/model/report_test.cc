#include "reports/model/report.h"

#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::inline model {
namespace {

Report with_only_known_deviations() {
  Report report = sample_report();
  report.strictness = Strictness::ordinary;
  report.known->stale.clear();
  for (Match& match : report.known->matches) match.entry = 0;
  return report;
}

TEST(TheOutcome, ConformsWhereNothingDeviates) {
  EXPECT_EQ(outcome_of(faultless_report()), Outcome::conforms);
}

TEST(TheOutcome, DeviatesWithADeviationThatNoListKnows) {
  Report report = with_only_known_deviations();
  EXPECT_EQ(outcome_of(report), Outcome::conforms);
  report.known->matches[3].entry.reset();
  EXPECT_EQ(outcome_of(report), Outcome::deviates);
  report = with_only_known_deviations();
  report.known.reset();
  EXPECT_EQ(outcome_of(report), Outcome::deviates);
}

TEST(TheOutcome, DeviatesWithAListThatNoLongerFits) {
  Report report = with_only_known_deviations();
  report.known->stale.push_back({0, Staleness::gone, "no longer observed"});
  EXPECT_EQ(outcome_of(report), Outcome::deviates);
}

TEST(TheOutcome, DeviatesWithUndecidedStepsOnlyIfTheRunIsStrict) {
  Report report = faultless_report();
  report.steps.undecided = 1;
  EXPECT_EQ(outcome_of(report), Outcome::conforms);
  report.strictness = Strictness::strict;
  EXPECT_EQ(outcome_of(report), Outcome::deviates);
}

TEST(TheOutcome, IsEmptyWhereNoStepGotAVerdict) {
  Report report = faultless_report();
  report.steps = {.conforms = 0, .deviates = 0, .undecided = 3, .skipped = 9};
  EXPECT_EQ(outcome_of(report), Outcome::empty);
}

TEST(NewFindings, AreThoseThatNoEntryCovers) {
  const Report report = sample_report();
  EXPECT_EQ(new_findings(report, 0), 40U);
  EXPECT_EQ(new_findings(report, 2), 3U);
  EXPECT_EQ(new_findings(report, 3), 0U);
}

TEST(AGroup, IsKnownByItsReadingOrElseItsRule) {
  EXPECT_EQ(id_of(Group{.rule = "a.b", .reading = "c", .observed = "", .committed = {}}), "c");
  EXPECT_EQ(id_of(Group{.rule = "a.b", .reading = "", .observed = "", .committed = {}}), "a.b");
}

TEST(TheWords, AreFoundById) {
  const Report report = sample_report();
  ASSERT_NE(find_rule_words(report, "route.age"), nullptr);
  EXPECT_EQ(find_rule_words(report, "route.age")->section, "Members");
  EXPECT_EQ(find_rule_words(report, "route.nothing"), nullptr);
  EXPECT_EQ(find_question_words(report, "nothing"), nullptr);
  EXPECT_EQ(find_script(report, "nothing"), nullptr);
}

}  // namespace
}  // namespace netioconf::reports::inline model
