#include "reports/writers/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "reports/document/of_comparison.h"
#include "reports/document/of_report.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::writers {
namespace {

using document::document_of;

using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

using Json = nlohmann::json;

Json run_of(const Report& report) { return Json::parse(sarif(document_of(report)))["runs"][0]; }

Json notifications_of(const Json& run) { return run["invocations"][0]["toolExecutionNotifications"]; }

Json location_of(const Json& run, std::size_t result) {
  return run["results"][result]["locations"][0]["physicalLocation"];
}

TEST(Sarif, HasAResultForEachKindOfDeviationThatIsNotKnown) {
  const Json run = run_of(sample_report());
  ASSERT_EQ(run["results"].size(), 4U);
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

// GitHub shows the beginning.
TEST(Sarif, BeginsAMessageWithTheFinding) {
  const Json run = run_of(sample_report());
  EXPECT_THAT(run["results"][0]["message"]["text"].get<std::string>(),
              StartsWith("DeleteIpForwardEntry2: crashed: "));
  EXPECT_THAT(run["results"][3]["message"]["text"].get<std::string>(),
              StartsWith("GetIpForwardEntry2: Metric is 0, must be 5 (and 1 more)\n"));
}

TEST(Sarif, LocatesScriptsInTheRepositoryThatIsChecked) {
  const SourceRoot root{.folder = "/srv/acme", .current = "/srv/acme/build"};
  Report report = sample_report();
  report.mutable_scripts(4)->set_path("../tests/x.textproto");
  report.mutable_scripts(0)->set_path("/usr/share/x.textproto");
  const Json run = Json::parse(sarif(document_of(report), root))["runs"][0];
  EXPECT_EQ(location_of(run, 3)["artifactLocation"]["uri"], "tests/x.textproto");
  EXPECT_EQ(location_of(run, 1)["artifactLocation"]["uri"],
            "build/corpora/scripts/route.duplicate/second_next_hop.textproto");
  EXPECT_EQ(location_of(run, 2)["artifactLocation"]["uri"], "file:///usr/share/x.textproto");
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
  report.set_implementation("library:/elsewhere/libacme.so");
  EXPECT_EQ(run_of(report)["results"][3]["partialFingerprints"], before);
}

TEST(Sarif, HasNoPathInAPrint) {
  for (const Report& report : {sample_report(), sample_reports().second.report}) {
    for (const Json& result : run_of(report)["results"])
      EXPECT_THAT(result["partialFingerprints"].dump(), Not(HasSubstr("/libacme")));
  }
  const Json compared = Json::parse(sarif(document_of(sample_comparison())))["runs"][0];
  ASSERT_FALSE(compared["results"].empty());
  for (const Json& result : compared["results"])
    EXPECT_THAT(result["partialFingerprints"]["netioconf/v2"].get<std::string>(), Not(HasSubstr(".so")));
}

// The only print that GitHub looks at.
TEST(Sarif, GivesEachResultAPrimaryLocationLineHash) {
  std::set<Json> hashes;
  for (const Json& result : run_of(sample_report())["results"]) {
    const Json& hash = result["partialFingerprints"]["primaryLocationLineHash"];
    EXPECT_THAT(hash.get<std::string>(), MatchesRegex("[0-9a-f]{16}:1"));
    EXPECT_TRUE(hashes.insert(hash).second) << hash;
  }
  for (const Json& result : Json::parse(sarif(document_of(sample_changes())))["runs"][0]["results"])
    EXPECT_TRUE(result["partialFingerprints"].contains("primaryLocationLineHash"));
}

// GitHub ignores suppressions, so a known deviation must not be a result.
TEST(Sarif, NotifiesOfKnownDeviationsWithTheirReason) {
  const Json run = run_of(sample_report());
  for (const Json& result : run["results"]) {
    EXPECT_NE(result["ruleId"], "route.link");
    EXPECT_FALSE(result.contains("suppressions"));
  }
  const Json note = notifications_of(run).back();
  EXPECT_EQ(note["message"]["text"],
            "known: CreateIpForwardEntry2: file_not_found, must be invalid_parameter: Windows does the "
            "same");
  EXPECT_EQ(note["level"], "note");
  EXPECT_EQ(run["tool"]["driver"]["rules"][note["associatedRule"]["index"].get<std::size_t>()]["id"],
            "route.link");
}

TEST(Sarif, SaysWhatBecameOfADeviationSinceAnEarlierReport) {
  const auto [before, after] = sample_reports();
  const Source source = source_of(after.report, sample_changes());
  const Json run = Json::parse(sarif(source.document))["runs"][0];
  std::vector<std::string> states;
  for (const Json& result : run["results"]) states.push_back(result["baselineState"]);
  EXPECT_THAT(states, ElementsAre("new", "unchanged", "unchanged", "updated"));
  EXPECT_THAT(notifications_of(run).back()["message"]["text"].get<std::string>(),
              StartsWith("gone: DeleteIpForwardEntry2: crashed"))
      << "GitHub would show it as an open alert";
}

TEST(Sarif, ListsWhatGotNoVerdict) {
  const Json notes = notifications_of(run_of(sample_report()));
  ASSERT_EQ(notes.size(), 6U);
  EXPECT_EQ(notes[2]["message"]["text"], "skipped: 40 steps in 40 scripts: no such function");
  EXPECT_EQ(notes[4]["level"], "error") << "an entry that no longer holds";
}

Json cut_run(const SarifLimits& limits) {
  return Json::parse(sarif(document_of(sample_report()), {}, limits))["runs"][0];
}

TEST(Sarif, HasNoMoreResultsThanGithubAccepts) {
  const Json run = cut_run({.results = 2});
  EXPECT_EQ(run["results"].size(), 2U);
  EXPECT_EQ(notifications_of(run).back()["message"]["text"],
            "cut: 2 results are left out, because this file has at most 2 results and 10000000 bytes "
            "(report.json has all)");
  EXPECT_EQ(run["results"][0], run_of(sample_report())["results"][0]);
}

TEST(Sarif, IsNoLargerThanGithubAccepts) {
  const std::size_t whole = sarif(document_of(sample_report())).size();
  const std::size_t least = sarif(document_of(sample_report()), {}, {.results = 0}).size();
  const std::size_t limit = (whole + least) / 2;
  const std::string text = sarif(document_of(sample_report()), {}, {.bytes = limit});
  EXPECT_LE(text.size(), limit);
  EXPECT_THAT(text, HasSubstr("results are left out"));
}

TEST(Sarif, IsUnsuccessfulWhereNothingWasRun) {
  EXPECT_EQ(run_of(Report{})["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run_of(sample_report())["invocations"][0]["executionSuccessful"], true);
}

}  // namespace
}  // namespace netioconf::reports::writers
