#include "reports/diff/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/stored/read.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::diff {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Changes between(const Report& before, const Report& after) {
  return changes_between({"before.json", before}, {"after.json", after}, "");
}

TEST(AReportAgainstItself, IsUnchanged) {
  const Changes changes = between(sample_report(), sample_report());
  EXPECT_EQ(changes_count(changes), 0U);
  EXPECT_EQ(count_of(changes, Fate::unchanged), sample_report().groups().size());
}

TEST(AReportInTheFormatBefore, IsComparedLikeAnyOther) {
  const Report before = stored::read_report("reports/golden/format_2").value();
  const Changes changes = between(before, sample_report());
  EXPECT_EQ(changes_count(changes), 0U);
  EXPECT_EQ(changes.rules_size(), 0);
  EXPECT_EQ(count_of(between(before, faultless_report()), Fate::gone), before.groups().size());
}

TEST(AFaultlessReport, HasAllDeviationsGone) {
  const Changes changes = between(sample_report(), faultless_report());
  EXPECT_EQ(count_of(changes, Fate::gone), sample_report().groups().size());
  const Changes back = between(faultless_report(), sample_report());
  EXPECT_EQ(count_of(back, Fate::added), sample_report().groups().size());
}

TEST(AnotherReplyInTheSameCall, IsAChange) {
  Report after = sample_report();
  after.mutable_groups()->rbegin()->set_observed("hung");
  const Changes changes = between(sample_report(), after);
  ASSERT_EQ(count_of(changes, Fate::changed), 1U);
  EXPECT_EQ(changes.deviations(0).after().observed(), "hung");
  EXPECT_THAT(changes.deviations(0).what(), StartsWith("hung instead of "));
}

TEST(ADeviationThatIsGone, SaysIfItsScriptsWereNotRunAgain) {
  Report after = faultless_report();
  const Changes changes = between(sample_report(), after);
  EXPECT_THAT(changes.deviations(0).what(), HasSubstr("only in generated scripts"));
  EXPECT_EQ(changes.deviations(1).what(), "none of its scripts was run again");
}

TEST(AnotherVerdict, NamesTheRuleThatItRestsOn) {
  Report after = sample_report();
  after.mutable_scripts(0)->set_verdict(Verdict::conforms);
  const Changes changes = between(sample_report(), after);
  ASSERT_EQ(changes.scripts_size(), 1);
  EXPECT_EQ(changes.scripts(0).before(), "deviates from route.lifetimes");
  EXPECT_EQ(changes.scripts(0).after(), "conforms");
  EXPECT_EQ(changes.scripts(0).because(), "route.lifetimes");
  EXPECT_THAT(changes.scripts(0).where(), StartsWith("step 1: create route "));
}

TEST(AnotherCatalogue, IsComparedByItsWords) {
  Report after = sample_report();
  after.mutable_rules(0)->set_id("any.new");
  after.mutable_rules(1)->set_says("Something else.");
  const Changes changes = between(sample_report(), after);
  ASSERT_EQ(changes.rules_size(), 3);
  EXPECT_EQ(changes.rules(0).fate(), Fate::added);
  EXPECT_EQ(changes.rules(1).fate(), Fate::gone);
  EXPECT_EQ(changes.rules(2).fate(), Fate::changed);
  EXPECT_EQ(changes_count(changes), 0U) << "the behaviour is the same";
}

TEST(TheSampleChanges, HaveOneOfEach) {
  const Changes changes = sample_changes();
  for (const Fate::Value fate : {Fate::added, Fate::gone, Fate::changed, Fate::unchanged})
    EXPECT_GT(count_of(changes, fate), 0U) << Fate::Value_Name(fate);
  EXPECT_EQ(changes.scripts_size(), 1);
  EXPECT_EQ(changes.readings_size(), 1);
  EXPECT_EQ(changes.rules_size(), 1);
  EXPECT_EQ(changes.notes_size(), 1);
}

}  // namespace
}  // namespace netioconf::reports::diff
