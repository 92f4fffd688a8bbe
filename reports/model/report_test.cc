#include "reports/model/report.h"

#include <gtest/gtest.h>

#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::inline model {
namespace {

Report settled(Report report) {
  settle(report);
  return report;
}

Report with_only_known_deviations() {
  Report report = sample_report();
  report.set_strict(false);
  report.mutable_known()->clear_stale();
  for (Match& match : *report.mutable_known()->mutable_matches()) match.set_entry(0);
  return report;
}

TEST(TheOutcome, ConformsWhereNothingDeviates) {
  EXPECT_EQ(settled(faultless_report()).outcome(), Outcome::conforms);
}

TEST(TheOutcome, DeviatesWithADeviationThatNoListKnows) {
  Report report = with_only_known_deviations();
  EXPECT_EQ(settled(report).outcome(), Outcome::conforms);
  report.mutable_known()->mutable_matches(3)->clear_entry();
  EXPECT_EQ(settled(report).outcome(), Outcome::deviates);
  report = with_only_known_deviations();
  report.clear_known();
  EXPECT_EQ(settled(report).outcome(), Outcome::deviates);
}

TEST(TheOutcome, DeviatesWithAListThatNoLongerFits) {
  Report report = with_only_known_deviations();
  report.mutable_known()->add_stale()->set_why("no longer observed");
  EXPECT_EQ(settled(report).outcome(), Outcome::deviates);
}

TEST(TheOutcome, DeviatesWithUndecidedStepsOnlyIfTheRunIsStrict) {
  Report report = faultless_report();
  report.mutable_steps()->set_undecided(1);
  EXPECT_EQ(settled(report).outcome(), Outcome::conforms);
  report.set_strict(true);
  EXPECT_EQ(settled(report).outcome(), Outcome::deviates);
}

TEST(TheOutcome, IsEmptyWhereNoStepGotAVerdict) {
  Report report = faultless_report();
  *report.mutable_steps() = message<Counts>("undecided: 3 skipped: 9");
  EXPECT_EQ(settled(report).outcome(), Outcome::empty);
}

TEST(TheOutcome, OfMutantsDeviatesWhenOneIsNotCaught) {
  Report report = sample_mutation_score();
  EXPECT_EQ(settled(report).outcome(), Outcome::deviates);
  report.mutable_mutants()->RemoveLast();
  EXPECT_EQ(settled(report).outcome(), Outcome::conforms);
}

TEST(AMutationScore, IsAReportAboutMutantsAndNothingElse) {
  EXPECT_TRUE(is_mutation_score(sample_mutation_score()));
  EXPECT_FALSE(is_mutation_score(sample_report())) << "it has mutants, but scripts as well";
  EXPECT_FALSE(is_mutation_score(Report{}));
}

TEST(NewFindings, AreThoseThatNoEntryCovers) {
  const Report report = settled(sample_report());
  EXPECT_EQ(report.groups(0).new_findings(), 40);
  EXPECT_EQ(report.groups(2).new_findings(), 3);
  EXPECT_EQ(report.groups(3).new_findings(), 0);
}

TEST(AGroup, IsKnownByItsReadingOrElseItsRule) {
  EXPECT_EQ(id_of(message<Group>("rule: 'a.b' reading: 'c'")), "c");
  EXPECT_EQ(id_of(message<Group>("rule: 'a.b'")), "a.b");
}

TEST(TheWords, AreFoundById) {
  const Report report = sample_report();
  ASSERT_NE(find_rule_words(report, "route.age"), nullptr);
  EXPECT_EQ(find_rule_words(report, "route.age")->section(), "Members");
  EXPECT_EQ(find_rule_words(report, "route.nothing"), nullptr);
  EXPECT_EQ(find_question_words(report, "nothing"), nullptr);
}

}  // namespace
}  // namespace netioconf::reports::inline model
