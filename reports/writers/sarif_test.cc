#include "reports/writers/sarif.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using Json = nlohmann::json;

Json run_of(const Report& report) { return Json::parse(sarif(report))["runs"][0]; }

Json location_of(const Json& run, std::size_t result) {
  return run["results"][result]["locations"][0]["physicalLocation"];
}

TEST(Sarif, HasAResultPerGroup) {
  const Json run = run_of(sample_report());
  ASSERT_EQ(run["results"].size(), 5U);
  EXPECT_EQ(run["results"][2]["ruleId"], "route.lifetimes");
  EXPECT_EQ(run["results"][2]["occurrenceCount"], 4);
  EXPECT_EQ(run_of(faultless_report())["results"].size(), 0U);
}

TEST(Sarif, DescribesTheRuleOfEveryResult) {
  const Json run = run_of(sample_report());
  const Json& rules = run["tool"]["driver"]["rules"];
  std::set<std::string> ids;
  for (const Json& rule : rules) EXPECT_TRUE(ids.insert(rule["id"]).second) << rule["id"];
  for (const Json& result : run["results"])
    EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
}

TEST(Sarif, DescribesRulesThatAreInNoCatalogue) {
  Report report = sample_report();
  report.rules.clear();
  report.questions.clear();
  EXPECT_EQ(run_of(report)["tool"]["driver"]["rules"][0]["shortDescription"]["text"], "any.returns");
}

TEST(Sarif, PointsAtTheLineOfTheStep) {
  const Json run = run_of(sample_report());
  EXPECT_EQ(location_of(run, 4)["region"]["startLine"], 12) << "the second step of its script";
  EXPECT_EQ(location_of(run, 1)["region"]["startLine"], 1) << "the lines are unknown";
}

TEST(Sarif, WritesPathsAsUris) {
  Report report = sample_report();
  EXPECT_EQ(location_of(run_of(report), 4)["artifactLocation"]["uriBaseId"], "%SRCROOT%");
  report.scripts[4].path = "/srv/a b.textproto";
  const Json artifact = location_of(run_of(report), 4)["artifactLocation"];
  EXPECT_EQ(artifact["uri"], "file:///srv/a%20b.textproto");
  EXPECT_FALSE(artifact.contains("uriBaseId"));
}

TEST(Sarif, GivesGroupsAPrintThatLasts) {
  Report report = sample_report();
  const Json before = run_of(report)["results"][4]["partialFingerprints"];
  report.scripts[4].path = "elsewhere.textproto";
  report.groups[4].findings = 99;
  report.version = "9.9";
  EXPECT_EQ(run_of(report)["results"][4]["partialFingerprints"], before);
  const Json run = run_of(report);
  std::set<Json> prints;
  for (const Json& result : run["results"]) prints.insert(result["partialFingerprints"]);
  EXPECT_EQ(prints.size(), 5U);
}

TEST(Sarif, SuppressesKnownDeviationsWithTheirReason) {
  const Json run = run_of(sample_report());
  EXPECT_EQ(run["results"][3]["suppressions"][0]["justification"], "Windows does the same");
  EXPECT_EQ(run["results"][2]["suppressions"].size(), 0U) << "one of its places is new";
}

TEST(Sarif, ListsWhatGotNoVerdict) {
  const Json notes = run_of(sample_report())["invocations"][0]["toolExecutionNotifications"];
  ASSERT_EQ(notes.size(), 5U);
  EXPECT_EQ(notes[2]["message"]["text"], "skipped: 40 steps in 40 scripts: no such function");
  EXPECT_EQ(notes[4]["level"], "error") << "an entry that no longer holds";
}

TEST(Sarif, IsUnsuccessfulWhereNothingWasRun) {
  EXPECT_EQ(run_of(Report{})["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run_of(sample_report())["invocations"][0]["executionSuccessful"], true);
}

}  // namespace
}  // namespace netioconf::reports::writers
