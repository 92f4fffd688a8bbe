#include "reports/diff/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/diff/testing/sample_comparison.h"
#include "reports/testing/sample.h"
#include "reports/writers/json.h"

namespace netioconf::reports::diff {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Stored stored(const Report& report) { return *parse_stored(writers::json(report), "r.json"); }

TEST(AReportAgainstItself, IsUnchanged) {
  const Changes changes = changes_between(stored(sample_report()), stored(sample_report()), "");
  EXPECT_EQ(changes_count(changes), 0U);
  EXPECT_EQ(count_of(changes, Fate::unchanged), sample_report().groups.size());
}

TEST(AFaultlessReport, HasAllDeviationsGone) {
  const Changes changes = changes_between(stored(sample_report()), stored(faultless_report()), "");
  EXPECT_EQ(count_of(changes, Fate::gone), sample_report().groups.size());
  const Changes back = changes_between(stored(faultless_report()), stored(sample_report()), "");
  EXPECT_EQ(count_of(back, Fate::added), sample_report().groups.size());
}

TEST(AnotherReplyInTheSameCall, IsAChange) {
  Report after = sample_report();
  after.groups.back().observed = "hung";
  const Changes changes = changes_between(stored(sample_report()), stored(after), "");
  ASSERT_EQ(count_of(changes, Fate::changed), 1U);
  EXPECT_THAT(latest(changes, changes.deviations.front()).observed, "hung");
  EXPECT_THAT(changes.deviations.front().what, StartsWith("hung instead of "));
}

TEST(TheSampleChanges, HaveOneOfEach) {
  const Changes changes = sample_changes();
  for (const Fate fate : {Fate::added, Fate::gone, Fate::changed, Fate::unchanged})
    EXPECT_GT(count_of(changes, fate), 0U) << name_of(fate);
  EXPECT_EQ(changes.scripts.size(), 1U);
  EXPECT_EQ(changes.readings.size(), 1U);
}

TEST(AReportThatCannotBeRead, IsReportedWithItsLine) {
  const auto error_of = [](const std::string& text) { return parse_stored(text, "r.json").error(); };
  EXPECT_THAT(error_of("{\n \"format\": 2,\n oops\n}"), StartsWith("r.json:3:2: not valid JSON"));
  EXPECT_THAT(error_of(""), StartsWith("r.json:1:1: not valid JSON"));
  EXPECT_THAT(error_of("[]"), HasSubstr("not a report.json of format"));
  EXPECT_THAT(error_of("{\"format\": 1e999}"), StartsWith("r.json: contains a number"));
  EXPECT_THAT(error_of("{\"kind\": \"comparison\"}"), HasSubstr("the report of a comparison"));
  const std::string text = writers::json(sample_report());
  EXPECT_THAT(error_of(text.substr(0, text.size() / 2)), HasSubstr(": not valid JSON"));
}

TEST(AReportWithAMemberOfAnotherKind, IsReportedWithThatMember) {
  std::string text = writers::json(sample_report());
  const std::string whole = "\"rule\": \"route.metric\"";
  text.replace(text.find(whole), whole.size(), "\"rule\": 7");
  EXPECT_THAT(parse_stored(text, "r.json").error(), HasSubstr("/rule is not a string"));
  EXPECT_THAT(parse_stored(R"({"format": 2})", "r.json").error(),
              HasSubstr("/implementation is missing"));
}

}  // namespace
}  // namespace netioconf::reports::diff
