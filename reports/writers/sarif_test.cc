#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "reports/document/of_report.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using Json = nlohmann::json;

Json run_of(const Report& report) { return Json::parse(sarif(document_of(report)))["runs"][0]; }

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
  report.clear_rules();
  report.clear_questions();
  EXPECT_EQ(run_of(report)["tool"]["driver"]["rules"][0]["shortDescription"]["text"], "any.returns");
}

TEST(Sarif, WritesPathsAsUris) {
  Report report = sample_report();
  EXPECT_EQ(location_of(run_of(report), 3)["artifactLocation"]["uriBaseId"], "%SRCROOT%");
  report.mutable_scripts(4)->set_path("/srv/a b.textproto");
  const Json artifact = location_of(run_of(report), 3)["artifactLocation"];
  EXPECT_EQ(artifact["uri"], "file:///srv/a%20b.textproto");
  EXPECT_FALSE(artifact.contains("uriBaseId"));
}

TEST(Sarif, GivesGroupsAPrintThatLasts) {
  Report report = sample_report();
  const Json before = run_of(report)["results"][3]["partialFingerprints"];
  report.mutable_scripts(4)->set_path("elsewhere.textproto");
  report.mutable_groups(4)->set_findings(99);
  report.set_version("9.9");
  EXPECT_EQ(run_of(report)["results"][3]["partialFingerprints"], before);
  const Json run = run_of(report);
  std::set<Json> prints;
  for (const Json& result : run["results"]) prints.insert(result["partialFingerprints"]);
  EXPECT_EQ(prints.size(), 5U);
}

TEST(Sarif, SuppressesKnownDeviationsWithTheirReason) {
  const Json run = run_of(sample_report());
  EXPECT_EQ(run["results"][4]["suppressions"][0]["justification"], "Windows does the same");
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
