#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "conformance/command/testing_command.h"
#include "corpora/format.h"
#include "oracle/rule.h"

// `netioconf check --budget` from end to end.
namespace netioconf::conformance {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string mutant = "mutant:valid-lifetime-0-refused-in-ipv6";

nlohmann::json report_in(const std::string& folder) {
  std::ifstream file(folder + "/report.json");
  return nlohmann::json::parse(file);
}

std::vector<fs::path> scripts_below(const std::string& folder) {
  std::vector<fs::path> scripts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".textproto") scripts.push_back(entry.path());
  }
  return scripts;
}

TEST(CheckWithABudget, FindsNothingInACorrectImplementation) {
  const Ran ran = run_netioconf({"check", "--implementation", "emulated", "--budget", "300ms"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("searched  properties: "));
  EXPECT_THAT(ran.out, Not(HasSubstr("what it found")));
}

TEST(CheckWithABudget, LeavesScriptsThatRepeatWhatItFound) {
  const std::string folder = scratch_folder("budget");
  const Ran ran = run_netioconf({"check", "--implementation", "mutant:lifetimes-compared-as-signed",
                                 "--budget", "1s", "--out", folder});
  EXPECT_EQ(ran.status, 1);
  const std::vector<fs::path> scripts = scripts_below(folder + "/scripts");
  ASSERT_THAT(scripts, Not(IsEmpty()));
  for (const fs::path& script : scripts) {
    EXPECT_EQ(run_netioconf({"check", "--implementation", "mutant:lifetimes-compared-as-signed",
                             "--scripts", script.string()})
                  .status,
              1)
        << script;
  }
  std::vector<std::string_view> ids;
  for (const oracle::Rule& rule : oracle::rules()) ids.push_back(rule.id);
  EXPECT_THAT(corpora::lint(folder + "/scripts", ids), IsEmpty());
  const nlohmann::json report = report_in(folder);
  ASSERT_THAT(report.at("searches"), SizeIs(1));
  EXPECT_GT(report.at("searches")[0].at("scripts"), 0);
  EXPECT_EQ(report.at("searches")[0].at("scripts_folder"), folder + "/scripts");
}

TEST(CheckWithABudget, SearchesOnlyWithoutScripts) {
  const Ran ran = run_netioconf({"check", "--implementation", "emulated", "--budget", "300ms",
                                 "--scripts", "corpora/scripts/route.lifetimes"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, Not(HasSubstr("searched")));
}

TEST(CheckWithABudget, MakesAFindingOfACrashInTheSearch) {
  const std::string folder = scratch_folder("budget-crash");
  const std::string library = FAULTY_LIBRARIES "/libfaulty_crash_in_dear_create.so";
  const Ran ran = run_netioconf(
      {"check", "--implementation", "library:" + library, "--budget", "500ms", "--out", folder});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.error, HasSubstr("once more with --isolate"));
  const std::string script = folder + "/scripts/call.returns/create_route_crashed.textproto";
  ASSERT_TRUE(fs::exists(script)) << ran.out;
  const Ran again =
      run_netioconf({"check", "--implementation", "library:" + library, "--scripts", script});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.out, HasSubstr("DEVIATES  call.returns"));
}

TEST(CheckWithABudget, NeedsAFolderThatCanBeWritten) {
  const Ran ran =
      run_netioconf({"check", "--implementation", mutant, "--budget", "1s", "--out", "README.md"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("README.md"));
}

}  // namespace
}  // namespace netioconf::conformance
