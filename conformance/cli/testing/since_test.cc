#include "conformance/compare/since.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
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

  nlohmann::json earlier() const {
    std::ifstream file{report_ + "/report.json"};
    return nlohmann::json::parse(file);
  }
  Ran since(const nlohmann::json& report) const {
    std::ofstream{report_ + "/earlier.json"} << report;
    return run_netioconf({"judge", traces_, "--since", report_ + "/earlier.json"});
  }

  // The words for the number of changed verdicts.
  std::string changed_of_all(std::size_t changed) const {
    return fmt::format("{} of {} verdicts changed", changed, earlier()["scripts"].size());
  }

  std::string traces_ = scratch_folder("traces");
  std::string report_ = scratch_folder("report");
};

TEST_F(JudgingAgain, FindsNothingWhereNothingChanged) {
  const Ran ran = run_netioconf({"judge", traces_, "--since", report_});
  EXPECT_EQ(ran.status, 1) << "the traces deviate as before";
  EXPECT_THAT(ran.out, HasSubstr(changed_of_all(0) + "\n"));
}

TEST_F(JudgingAgain, NamesTheRuleThatChangedAVerdict) {
  nlohmann::json report = earlier();
  std::size_t changed = 0;
  for (auto& script : report["scripts"]) {
    if (script["verdict"] != "deviates") continue;
    script["verdict"] = "conforms";
    ++changed;
  }
  ASSERT_GT(changed, 0U);
  std::erase_if(report["rules"].get_ref<nlohmann::json::array_t&>(),
                [](const nlohmann::json& rule) { return rule["id"] == "route.lifetimes"; });
  const Ran ran = since(report);
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr(changed_of_all(changed)), HasSubstr("new rule      route.lifetimes"),
                    HasSubstr("because of route.lifetimes"),
                    HasSubstr("deviates from route.lifetimes, before conforms")));
}

TEST_F(JudgingAgain, CountsWhatCannotBeCompared) {
  nlohmann::json report = earlier();
  report["scripts"].erase(0);
  EXPECT_THAT(since(report).out, HasSubstr("not compared: 1 only now, 0 only before"));
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
