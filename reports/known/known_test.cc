#include "reports/known/known.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/message.h"

namespace netioconf::reports::known {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

constexpr std::string_view today = "2026-06-15";

KnownDeviation an_entry(std::string script = "a/1") {
  KnownDeviation entry;
  entry.set_rule("r");
  entry.set_script(std::move(script));
  entry.set_call("CreateIpForwardEntry2");
  entry.set_observed("success");
  entry.set_reason("because");
  entry.set_line(3);
  return entry;
}

Known list_of(std::vector<KnownDeviation> entries) {
  return {"known.textproto", "# head\n", std::move(entries)};
}

void add_group(const std::string& script, double findings, Report& report) {
  Group& group = *report.add_groups();
  group.set_rule("r");
  group.set_function("CreateIpForwardEntry2");
  group.set_observed("success");
  group.set_findings(findings);
  Occurrence& occurrence = *group.add_scripts();
  occurrence.set_name(script);
  occurrence.set_findings(findings);
}

void add_script(const std::string& name, Verdict::Value verdict, Report& report) {
  ScriptResult& script = *report.add_scripts();
  script.set_name(name);
  script.set_verdict(verdict);
}

// Scripts a/1 and a/2 ran; a/1 shows one deviation.
Report a_report() {
  Report report;
  add_group("a/1", 2, report);
  add_script("a/1", Verdict::deviates, report);
  add_script("a/2", Verdict::conforms, report);
  return report;
}

Matched matched(const Known& known, Report report, std::string_view day = today) {
  match(known, report, day);
  return report.known();
}

TEST(APattern, StandsForNames) {
  EXPECT_TRUE(fits("a/1", "a/1"));
  EXPECT_FALSE(fits("a/1", "a/12"));
  EXPECT_FALSE(fits("a/12", "a/1"));
  EXPECT_TRUE(fits("a/*", "a/1"));
  EXPECT_TRUE(fits("*", ""));
  EXPECT_TRUE(fits("*/b*d", "a/b/c/bcd"));
  EXPECT_FALSE(fits("*/b*d", "a/b/c/bce"));
  EXPECT_TRUE(fits("a/?", "a/1"));
  EXPECT_FALSE(fits("a/?", "a/"));
  EXPECT_TRUE(fits("a**", "ab"));
}

TEST(AListedDeviation, IsKnown) {
  const Matched found = matched(list_of({an_entry()}), a_report());
  ASSERT_THAT(found.matches(), SizeIs(1));
  EXPECT_EQ(found.matches(0).entry(), 0U);
  EXPECT_EQ(found.matches(0).findings(), 2);
  EXPECT_THAT(found.stale(), IsEmpty());
}

TEST(AnUnlistedDeviation, IsNew) {
  for (const char* other :
       {"rule: 's'", "script: 'a/2'", "call: 'SetIpForwardEntry2'", "observed: 'hung'"}) {
    KnownDeviation entry = an_entry();
    entry.MergeFrom(message<KnownDeviation>(other));
    const Matched found = matched(list_of({entry}), a_report());
    ASSERT_THAT(found.matches(), SizeIs(1));
    EXPECT_FALSE(found.matches(0).has_entry()) << other;
  }
}

TEST(AFunctionThatNeverSucceeds, IsKnownWhateverRuleAScriptTests) {
  const auto is_known = [](const std::string& rule, const std::string& script,
                           const std::string& observed) {
    KnownDeviation entry = an_entry(script);
    entry.set_rule(rule);
    entry.set_observed(observed);
    Report report = a_report();
    report.mutable_groups(0)->set_observed(observed);
    return matched(list_of({entry}), report).matches(0).has_entry();
  };
  const std::string refuses = "call.refuses-only-as-documented";
  EXPECT_TRUE(is_known(refuses, "*", "not_supported"));
  EXPECT_TRUE(is_known(refuses, "a/1", "not_supported"));
  EXPECT_FALSE(is_known(refuses, "a/2", "not_supported"));
  EXPECT_FALSE(is_known("call.returns", "*", "not_supported"));
  EXPECT_FALSE(is_known(refuses, "*", "success"));
}

TEST(AContradiction, IsListedByItsQuestion) {
  Report report = a_report();
  report.mutable_groups(0)->set_reading("q");
  EXPECT_FALSE(matched(list_of({an_entry()}), report).matches(0).has_entry());
  KnownDeviation entry = an_entry();
  entry.set_rule("q");
  EXPECT_EQ(matched(list_of({entry}), report).matches(0).entry(), 0U);
}

TEST(GeneratedScripts, AreCoveredOnlyByAStar) {
  Report report = a_report();
  report.mutable_groups(0)->set_generated_findings(7);
  const Matched by_name = matched(list_of({an_entry()}), report);
  ASSERT_THAT(by_name.matches(), SizeIs(2));
  EXPECT_EQ(by_name.matches(1).findings(), 7);
  EXPECT_FALSE(by_name.matches(1).has_entry());
  EXPECT_EQ(matched(list_of({an_entry("*")}), report).matches(1).entry(), 0U);
}

TEST(AnEntry, IsGoneWhereItNoLongerHappens) {
  const Matched found = matched(list_of({an_entry(), an_entry("a/2")}), a_report());
  ASSERT_THAT(found.stale(), SizeIs(1));
  EXPECT_EQ(found.stale(0).entry(), 1U);
  EXPECT_EQ(found.stale(0).staleness(), Staleness::gone);
}

TEST(AnEntry, IsGoneIfItsScriptIsMissingOrSkipped) {
  const Known known = list_of({an_entry("a/9")});
  EXPECT_EQ(matched(known, a_report()).stale(0).why(), "there is no such script");
  Report report = a_report();
  add_script("a/9", Verdict::skipped, report);
  EXPECT_EQ(matched(known, report).stale(0).why(), "its scripts were skipped");
}

TEST(AnEntry, HasChangedWhereSomethingElseHappens) {
  KnownDeviation entry = an_entry();
  entry.set_observed("not_found");
  const Matched found = matched(list_of({entry}), a_report());
  ASSERT_THAT(found.stale(), SizeIs(1));
  EXPECT_EQ(found.stale(0).staleness(), Staleness::changed);
  EXPECT_EQ(found.stale(0).why(), "now success of CreateIpForwardEntry2 (r)");
}

TEST(AnEntry, IsGoneThoughSomethingUnlikeItHappens) {
  KnownDeviation entry = an_entry();
  entry.set_rule("s");
  entry.set_call("SetIpForwardEntry2");
  EXPECT_EQ(matched(list_of({entry}), a_report()).stale(0).staleness(), Staleness::gone);
}

TEST(AnEntry, HoldsThoughAnEarlierOneCoversTheSame) {
  EXPECT_THAT(matched(list_of({an_entry("a/*"), an_entry()}), a_report()).stale(), IsEmpty());
}

TEST(AnEntry, ExpiresAfterItsLastDay) {
  KnownDeviation entry = an_entry();
  entry.set_expires(std::string{today});
  EXPECT_THAT(matched(list_of({entry}), a_report()).stale(), IsEmpty());
  const Matched found = matched(list_of({entry}), a_report(), "2026-06-16");
  ASSERT_THAT(found.stale(), SizeIs(1));
  EXPECT_EQ(found.stale(0).staleness(), Staleness::expired);
  EXPECT_EQ(found.matches(0).entry(), 0U) << "the deviation stays known";
}

TEST(APartialRun, SaysNothingOfScriptsThatItLeftOut) {
  Report report = a_report();
  report.set_partial(true);
  EXPECT_THAT(matched(list_of({an_entry("b/1"), an_entry("a/?x*")}), report).stale(), IsEmpty());
  EXPECT_THAT(matched(list_of({an_entry("a/2")}), report).stale(), SizeIs(1)) << "this one ran";
}

std::vector<std::string> scripts_of(const Known& known) {
  std::vector<std::string> scripts;
  for (const KnownDeviation& entry : known.entries) scripts.push_back(entry.script());
  return scripts;
}

TEST(AnUpdate, KeepsReasonsAddsWhatIsNewAndDropsWhatIsGone) {
  Report report = a_report();
  *report.mutable_groups(0)->add_scripts() = message<Occurrence>("name: 'a/0' findings: 1");
  KnownDeviation kept = an_entry();
  kept.set_seen(99);
  const auto known = updated(list_of({kept, an_entry("a/2")}), report);
  ASSERT_TRUE(known.has_value());
  ASSERT_THAT(scripts_of(*known), ElementsAre("a/0", "a/1"));
  EXPECT_EQ(known->entries[0].reason(), not_explained_yet);
  EXPECT_EQ(known->entries[0].seen(), 1U);
  EXPECT_EQ(known->entries[1].reason(), "because");
  EXPECT_EQ(known->entries[1].seen(), 2U);
  EXPECT_EQ(known->head, "# head\n");
}

TEST(AnUpdate, MakesAListThatFits) {
  Report report = a_report();
  report.mutable_groups(0)->set_generated_findings(5);
  add_group("a/2", 1, report);
  report.mutable_groups(1)->set_observed("crashed");
  const auto known = updated(list_of({an_entry("a/7")}), report);
  ASSERT_TRUE(known.has_value());
  match(*known, report, today);
  EXPECT_THAT(report.known().stale(), IsEmpty());
  EXPECT_EQ(report.groups(0).new_findings() + report.groups(1).new_findings(), 0);
  EXPECT_EQ(print(updated(*known, report).value()), print(*known));
}

TEST(AnUpdate, KeepsEntriesOfOtherVersionsAndSaysWhereItSawOne) {
  Report report = a_report();
  add_group("a/2", 1, report);
  report.mutable_groups(1)->set_observed("crashed");
  KnownDeviation seen_again = an_entry();
  seen_again.add_versions("6.1");
  KnownDeviation elsewhere = an_entry("a/9");
  elsewhere.add_versions("6.1");
  add_script("a/9", Verdict::conforms, report);
  const auto known = updated(list_of({seen_again, elsewhere}), report, "6.18.44");
  ASSERT_TRUE(known.has_value()) << known.error();
  ASSERT_THAT(scripts_of(*known), ElementsAre("a/1", "a/2", "a/9"));
  EXPECT_THAT(known->entries[0].versions(), ElementsAre("6.1", "6.18"));
  EXPECT_THAT(known->entries[1].versions(), ElementsAre("6.18"));
  EXPECT_THAT(known->entries[2].versions(), ElementsAre("6.1"));
}

TEST(AnUpdate, DoesNotCountGeneratedScripts) {
  Report report = a_report();
  report.mutable_groups(0)->set_generated_findings(5);
  const auto known = updated(list_of({an_entry("*")}), report);
  ASSERT_TRUE(known.has_value());
  EXPECT_EQ(known->entries.at(0).seen(), 2U);
}

TEST(AnUpdate, IsRefusedAfterAPartialRun) {
  Report report = a_report();
  report.set_partial(true);
  const auto refused = updated(list_of({}), report);
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error(), HasSubstr("scripts were left out"));
}

TEST(AnUpdate, IsRefusedWhereAnEntryWouldBeDroppedForOtherVersionsToo) {
  Report report = a_report();
  add_script("a/9", Verdict::conforms, report);
  KnownDeviation entry = an_entry("a/9");
  entry.add_versions("6.1 to 6.18");
  const auto refused = updated(list_of({entry}), report, "6.18.44");
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error(), HasSubstr("also about other versions than 6.18; narrow its versions"));
  entry.clear_versions();
  entry.add_versions("6.18");
  const auto dropped = updated(list_of({entry}), report, "6.18.44");
  ASSERT_TRUE(dropped.has_value()) << dropped.error();
  EXPECT_THAT(scripts_of(*dropped), ElementsAre("a/1"));
}

TEST(AnUpdate, IsRefusedWhereAnEntryWouldBeDroppedUntried) {
  Report report = a_report();
  add_script("a/9", Verdict::skipped, report);
  EXPECT_TRUE(updated(list_of({an_entry()}), report).has_value()) << "the skipped script is not listed";
  const auto refused = updated(list_of({an_entry("a/9")}), report);
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error(),
              StartsWith("known.textproto:3: not updated, because scripts of this entry"));
}

TEST(AnEntryOfGeneratedScriptsOnly, IsNeverGone) {
  Report report = a_report();
  report.clear_groups();
  EXPECT_THAT(matched(list_of({an_entry("*")}), report).stale(), IsEmpty());
  EXPECT_EQ(updated(list_of({an_entry("*")}), report)->entries.size(), 1U);
  KnownDeviation entry = an_entry("*");
  entry.set_seen(1);
  EXPECT_THAT(matched(list_of({entry}), report).stale(), SizeIs(1));
}

}  // namespace
}  // namespace netioconf::reports::known
