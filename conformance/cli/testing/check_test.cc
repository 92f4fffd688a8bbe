#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "conformance/cli/testing/testing_command.h"
#include "oracle/readings/reading.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsSubsetOf;
using testing::Not;

nlohmann::json report_of(const std::vector<std::string>& arguments, const std::string& name) {
  const std::string folder = scratch_folder(name);
  std::vector<std::string> all = arguments;
  all.insert(all.end(), {"--out", folder});
  (void)run_netioconf(all);
  return report_in(folder);
}

// The example of a group.
nlohmann::json example_of(const nlohmann::json& report, const nlohmann::json& group) {
  for (const auto& script : report.at("scripts")) {
    if (script.at("name") != group.at("shortest").at("script")) continue;
    for (const auto& finding : script.at("findings")) {
      if (finding.at("step") == group.at("shortest").at("step")) return finding;
    }
  }
  return {};
}

// The questions with an answer outside of the profile that explains a deviation of the report; "" for a
// deviation that no answer explains, but for inconsistent answers.
std::set<std::string> explanations(const nlohmann::json& report) {
  std::set<std::string> questions;
  for (const auto& group : report.at("groups")) {
    const nlohmann::json answers = example_of(report, group).at("explained_by");
    if (answers.empty() && group.at("reading") == "") questions.insert("");
    for (const auto& answer : answers) questions.insert(answer.at("question"));
  }
  return questions;
}

class EveryDocumentedPersonality : public testing::TestWithParam<std::string> {};

TEST_P(EveryDocumentedPersonality, ConformsToTheDocuments) {
  const Ran ran = run_netioconf({"check", "--implementation", "emulated:" + GetParam()});
  EXPECT_EQ(ran.status, 0) << ran.out;
}

INSTANTIATE_TEST_SUITE_P(Check, EveryDocumentedPersonality,
                         testing::Values("common", "literal", "lenient"));

TEST(Check, SaysWhichAnswersAPersonalityFollows) {
  EXPECT_THAT(
      run_netioconf({"check", "--implementation", "emulated:literal", "--verbose"}).out,
      AllOf(HasSubstr("duplicate-key: follows prefix ("),
            HasSubstr("site-prefix-sentinel: follows refused"), HasSubstr("host-bits: follows kept")));
  EXPECT_THAT(run_netioconf({"check", "--implementation", "emulated:lenient", "--verbose"}).out,
              AllOf(HasSubstr("duplicate-key: follows prefix-and-next-hop"),
                    HasSubstr("host-bits: follows masked"), HasSubstr("metric-read-back: follows sum")));
}

TEST(Check, FindsThatWindowsConformsToWindows) {
  const Ran ran =
      run_netioconf({"check", "--implementation", "emulated:windows", "--profile", "windows"});
  EXPECT_EQ(ran.status, 0) << ran.out;
}

TEST(Check, FindsWhereWindowsLeavesItsPages) {
  const auto report = report_of({"check", "--implementation", "emulated:windows"}, "windows-documented");
  const std::set<std::string> plain_but_observed_otherwise = {
      "no-stack-on-the-machine", "neither-luid-nor-index", "empty-table",
      "next-hop-of-family-0",    "get-wildcard",           "null-best-source"};
  EXPECT_EQ(explanations(report), plain_but_observed_otherwise);
}

TEST(Check, FindsWhereTheWordOfThePagesIsNotWhatWindowsDoes) {
  const auto report = report_of(
      {"check", "--implementation", "emulated:literal", "--profile", "windows"}, "literal-windows");
  const std::set<std::string> questions = explanations(report);
  for (const char* question : {"duplicate-key", "site-prefix-sentinel", "empty-table"}) {
    EXPECT_TRUE(questions.contains(question)) << question;
  }
  EXPECT_FALSE(questions.contains(""));
}

TEST(Check, EndsEveryDeviationWithTheCommandThatRepeatsIt) {
  const Ran ran = run_netioconf({"check", "--implementation", "mutant:lifetimes-compared-as-signed",
                                 "--scripts", "corpora/scripts/route.lifetimes"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out,
              HasSubstr("replay    netioconf check --implementation mutant:lifetimes-compared-as-signed "
                        "--scripts corpora/scripts/route.lifetimes/"));
}

// In the whole run it is known with which status this implementation refuses elsewhere.
TEST(Check, AllowsNoLessThanTheCommandThatRepeatsIt) {
  const std::string mutant = "mutant:delete-ignores-length";
  const std::string deviation =
      "DEVIATES  route-delete.missing: DeleteIpForwardEntry2: success, must be any failure but "
      "network_unreachable\n";
  const Ran all = run_netioconf({"check", "--implementation", mutant});
  const Ran alone = run_netioconf({"check", "--implementation", mutant, "--scripts",
                                   "corpora/scripts/route-delete.missing/another_length.textproto"});
  EXPECT_THAT(alone.out, testing::StartsWith(deviation));
  EXPECT_THAT(all.out, HasSubstr(deviation));
  const std::string traces = scratch_folder("traces") + "/x.traces";
  ASSERT_EQ(run_netioconf({"record", "--implementation", mutant, "--out", traces}).status, 0);
  EXPECT_THAT(run_netioconf({"judge", traces}).out, HasSubstr(deviation));
}

TEST(Check, WrapsItsReportToTheColumnsThatTheEnvironmentGives) {
  const std::vector<std::string> mutant{"check", "--implementation", compared_as_signed, "--scripts",
                                        "corpora/scripts/route.lifetimes"};
  setenv("COLUMNS", "40", 1);
  const Ran narrow = run_netioconf(mutant);
  unsetenv("COLUMNS");
  const Ran wide = run_netioconf(mutant);
  const std::string wrapped = "\n  source    CreateIpForwardEntry2,\n";
  EXPECT_THAT(narrow.out, HasSubstr(wrapped));
  EXPECT_THAT(wide.out, Not(HasSubstr(wrapped)));
}

TEST(Check, JudgesWhatWasRecordedAsItJudgesALiveRun) {
  const std::string live = scratch_folder("live");
  const std::string judged = scratch_folder("judged");
  const std::string traces = scratch_folder("traces");
  const std::string mutant = "mutant:entry-lost-after-success";
  const std::string scripts = "corpora/scripts/route.takes-effect";
  EXPECT_EQ(
      run_netioconf({"check", "--implementation", mutant, "--scripts", scripts, "--out", live}).status,
      1);
  EXPECT_EQ(run_netioconf({"record", "--implementation", mutant, "--scripts", scripts, "--out", traces})
                .status,
            0);
  EXPECT_EQ(run_netioconf({"judge", traces, "--out", judged}).status, 1);
  EXPECT_EQ(findings_in(live), findings_in(judged));
}

TEST(Check, WritesHowLongItsScriptsTook) {
  const std::string out = scratch_folder("out");
  ASSERT_EQ(run_netioconf({"check", "--implementation", "emulated", "--scripts",
                           "corpora/scripts/route.lifetimes", "--out", out})
                .status,
            0);
  const std::string junit = content_of(out + "/junit.xml");
  EXPECT_THAT(junit, ContainsRegex("<testsuites [^>]* time=\"[0-9.]+\">"));
  EXPECT_THAT(junit, ContainsRegex("<testcase [^>]* time=\"[0-9.]+\""));
}

TEST(Check, AnnotatesAJobOnGithub) {
  const Ran ran = run_netioconf({"check", "--implementation", "mutant:lifetimes-compared-as-signed",
                                 "--scripts", "corpora/scripts/route.lifetimes", "--format", "github"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, testing::StartsWith("::error file=corpora/scripts/route.lifetimes/"));
  EXPECT_THAT(ran.out, HasSubstr("\n::notice title=netioconf::deviates: "));
}

TEST(Check, TakesAListOfKnownDeviationsBothWays) {
  const std::string list = scratch_folder("known") + "/list.textproto";
  const std::vector<std::string> mutant = {"check", "--implementation",
                                           "mutant:lifetimes-compared-as-signed"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), mutant.begin(), mutant.end());
    return run_netioconf(more);
  };
  EXPECT_EQ(with({"--known", list, "--update"}).status, 0);
  const Ran known = with({"--known", list});
  EXPECT_EQ(known.status, 0);
  EXPECT_THAT(known.out, HasSubstr("  known     " + list + ": ")) << "which list was used";
  const Ran gone = run_netioconf({"check", "--implementation", "emulated", "--known", list});
  EXPECT_EQ(gone.status, 1) << "a known deviation that disappeared";
  const Ran partial =
      with({"--scripts", "corpora/scripts/route.lifetimes", "--known", list, "--update"});
  EXPECT_EQ(partial.status, 2);
  EXPECT_THAT(partial.error, HasSubstr("scripts were left out"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
