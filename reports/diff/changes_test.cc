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
  const Report before = stored::read_report("reports/golden/format_3").value();
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

TEST(AnAddedDeviation, SaysWhatDecidesIt) {
  const Changes changes = between(faultless_report(), sample_report());
  EXPECT_EQ(changes.deviations(2).decided_by(),
            "CreateIpForwardEntry2: success, must be invalid_parameter");
  EXPECT_EQ(changes.deviations(4).decided_by(),
            "GetIpForwardEntry2: Metric is 0, must be 5 (and 1 more)")
      << "the status was right";
}

TEST(ChangedReports, AreWorseIfAFunctionIsLost) {
  Report without = faultless_report();
  without.add_skipped()->set_why("GetIpForwardEntry2 is missing");
  without.add_skipped()->set_why("netioconf_advance is missing");
  const Changes changes = between(faultless_report(), without);
  EXPECT_THAT(changes.functions_gone(), testing::ElementsAre("GetIpForwardEntry2"));
  EXPECT_TRUE(is_worse(changes));
  EXPECT_FALSE(is_worse(between(without, without)));
  EXPECT_FALSE(is_worse(between(without, faultless_report())));
}

TEST(ChangedReports, AreWorseIfADeviationWasAddedOrGaveAnotherReply) {
  EXPECT_TRUE(is_worse(between(faultless_report(), sample_report())));
  EXPECT_TRUE(is_worse(sample_changes()));
  Report after = sample_report();
  after.mutable_groups(4)->set_observed("hung");
  EXPECT_TRUE(is_worse(between(sample_report(), after)));
}

TEST(ChangedReports, AreNotWorseIfDeviationsOnlyWent) {
  EXPECT_FALSE(is_worse(between(sample_report(), sample_report())));
  EXPECT_FALSE(is_worse(between(sample_report(), faultless_report())));
  Report after = sample_report();
  after.mutable_scripts(0)->set_verdict(Verdict::conforms);
  after.mutable_readings(0)->set_answers(0, "prefix + next hop");
  EXPECT_FALSE(is_worse(between(sample_report(), after))) << "no deviation";
}

TEST(ADeviation, HasLessenedIfFewerScriptsShowIt) {
  Report more = sample_report();
  Occurrence& script = *more.mutable_groups(4)->add_scripts();
  script.set_name("route.duplicate/second_next_hop");
  script.set_findings(1);
  const Changes fewer = between(more, sample_report());
  EXPECT_EQ(fewer.deviations(0).fate(), Fate::changed);
  EXPECT_EQ(fewer.deviations(0).what(), "no longer in route.duplicate/second_next_hop");
  EXPECT_FALSE(is_worse(fewer));
  EXPECT_TRUE(is_worse(between(sample_report(), more)));
}

TEST(ADeviation, HasLessenedIfItBecameKnown) {
  Report known = sample_report();
  known.mutable_groups(4)->set_new_findings(0);
  EXPECT_FALSE(is_worse(between(sample_report(), known)));
  EXPECT_TRUE(is_worse(between(known, sample_report())));
}

TEST(AKnownDeviation, IsAcceptedWhenItIsAdded) {
  Report after = sample_report();
  after.mutable_groups()->erase(after.groups().begin(), after.groups().begin() + 3);
  after.mutable_groups()->erase(after.groups().begin() + 1);
  ASSERT_EQ(after.groups_size(), 1);
  EXPECT_FALSE(is_worse(between(faultless_report(), after)));
}

TEST(ADeviationThatIsGone, SaysIfItsScriptsWereSkipped) {
  Report after = sample_report();
  after.mutable_groups()->erase(after.groups().begin() + 4);
  EXPECT_EQ(between(sample_report(), after).deviations(0).what(), "");
  after.mutable_scripts(4)->set_verdict(Verdict::skipped);
  EXPECT_EQ(between(sample_report(), after).deviations(0).what(), "its scripts were skipped");
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
  EXPECT_EQ(changes.notes_size(), 2);
}

}  // namespace
}  // namespace netioconf::reports::diff
