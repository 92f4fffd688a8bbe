#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

// The traces of a mutant in the scripts of one rule, and the report on them.
class JudgingAgain : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(run_netioconf({"record", "--implementation", "mutant:lifetimes-unchecked", "--scripts",
                             "corpora/scripts/route.lifetimes", "--out", traces_})
                  .status,
              0);
    ASSERT_EQ(run_netioconf({"judge", traces_, "--out", report_}).status, 1);
  }

  nlohmann::json earlier() const { return report_in(report_); }
  Ran since(const nlohmann::json& report) const {
    std::ofstream{report_ + "/earlier.json"} << report;
    return run_netioconf({"judge", traces_, "--since", report_ + "/earlier.json"});
  }

  std::string traces_ = scratch_folder("traces");
  std::string report_ = scratch_folder("report");
};

TEST_F(JudgingAgain, FindsNothingWhereNothingChanged) {
  const Ran ran = run_netioconf({"judge", traces_, "--since", report_});
  EXPECT_EQ(ran.status, 1) << "the traces deviate as before";
  EXPECT_THAT(ran.out, HasSubstr("ALIKE: none added, none gone, none changed, "));
}

TEST_F(JudgingAgain, NamesTheRuleThatChangedAVerdict) {
  nlohmann::json report = earlier();
  std::size_t changed = 0;
  for (auto& script : report["scripts"]) {
    if (script["verdict"] != "deviates") continue;
    script["verdict"] = "conforms";
    script["findings"].clear();
    ++changed;
  }
  ASSERT_GT(changed, 0U);
  report["groups"].clear();
  std::erase_if(report["rules"].get_ref<nlohmann::json::array_t&>(),
                [](const nlohmann::json& rule) { return rule["id"] == "route.lifetimes"; });
  const Ran ran = since(report);
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("ADDED     route.lifetimes"),
                    HasSubstr(std::to_string(changed) + " scripts with a different verdict"),
                    ContainsRegex("conforms +deviates from route.lifetimes +route.lifetimes +step"),
                    ContainsRegex("RULES OF THE CATALOGUE THAT CHANGED\n.*\n  route.lifetimes +added")));
}

TEST_F(JudgingAgain, CountsWhatCannotBeCompared) {
  nlohmann::json report = earlier();
  report["scripts"].erase(report["scripts"].size() - 1);
  report["groups"].clear();
  EXPECT_THAT(since(report).out, HasSubstr("scripts   1 script only in the later report"));
}

TEST_F(JudgingAgain, SaysTheSameAsAComparisonOfTheTwoReports) {
  nlohmann::json report = earlier();
  report["groups"].clear();
  const std::string judged = since(report).out;
  const std::string compared = run_netioconf({"diff", report_ + "/earlier.json", report_}).out;
  EXPECT_EQ(judged.substr(0, judged.find("  after ")), compared.substr(0, compared.find("  after ")));
}

TEST_F(JudgingAgain, TellsProgramsWhatIsNew) {
  nlohmann::json report = earlier();
  report["groups"].clear();
  std::ofstream{report_ + "/earlier.json"} << report;
  const std::string out = scratch_folder("out");
  for (const auto& [since, state] : {std::pair{"/earlier.json", "new"}, {"/report.json", "unchanged"}}) {
    EXPECT_EQ(run_netioconf({"judge", traces_, "--since", report_ + since, "--out", out}).status, 1);
    const auto sarif = nlohmann::json::parse(content_of(out + "/results.sarif"));
    EXPECT_EQ(sarif["runs"][0]["results"][0]["baselineState"], state);
  }
}

TEST_F(JudgingAgain, RefusesWhatIsNoReport) {
  for (const char* path : {"README.md", "nowhere.json", "corpora"}) {
    const Ran ran = run_netioconf({"judge", traces_, "--since", path});
    EXPECT_EQ(ran.status, 2) << path;
    EXPECT_EQ(ran.out, "") << path;
  }
}

}  // namespace
}  // namespace netioconf::conformance::cli
