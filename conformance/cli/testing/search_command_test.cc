#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"
#include "corpora/lint/format.h"
#include "corpora/text/loader.h"
#include "oracle/rules/catalogue.h"

// Tests of `netioconf check --budget` from end to end.
namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string refused_in_ipv6 = "mutant:valid-lifetime-0-refused-in-ipv6";

std::vector<fs::path> scripts_below(const std::string& folder) {
  std::vector<fs::path> scripts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".textproto") scripts.push_back(entry.path());
  }
  return scripts;
}

TEST(CheckWithABudget, FindsNothingInACorrectImplementation) {
  const Ran ran = run_netioconf({"check", "--implementation", "emulated", "--budget-calls", "4000"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("searched  properties: "));
  EXPECT_THAT(ran.out, Not(HasSubstr("what it found")));
}

const std::string some_calls = "4000";

// The scripts that a check of a deviating implementation writes to that folder.
std::vector<fs::path> scripts_left(const std::string& implementation, const std::string& folder) {
  const Ran ran = run_netioconf(
      {"check", "--implementation", implementation, "--budget-calls", some_calls, "--out", folder});
  EXPECT_EQ(ran.status, 1) << ran.out;
  std::vector<fs::path> scripts = scripts_below(folder + "/scripts");
  EXPECT_THAT(scripts, Not(IsEmpty()));
  return scripts;
}

TEST(CheckWithABudget, LeavesScriptsThatRepeatWhatItFound) {
  const std::string folder = scratch_folder("budget");
  const std::string signed_lifetimes = "mutant:lifetimes-compared-as-signed";
  for (const fs::path& script : scripts_left(signed_lifetimes, folder)) {
    EXPECT_EQ(
        run_netioconf({"check", "--implementation", signed_lifetimes, "--scripts", script.string()})
            .status,
        1)
        << script;
  }
  std::vector<std::string_view> ids;
  for (const oracle::Rule& rule : oracle::rules::rules()) ids.push_back(rule.id);
  EXPECT_THAT(corpora::lint::lint(folder + "/scripts", ids), IsEmpty());
  const nlohmann::json report = report_in(folder);
  ASSERT_THAT(report.at("searches"), SizeIs(2));
  EXPECT_GT(report.at("searches")[0].at("scripts"), 0);
  EXPECT_EQ(report.at("searches")[0].at("scripts_folder"), folder + "/scripts");
}

std::size_t operations_in(const fs::path& path) {
  const auto loaded = corpora::text::load_scripts(std::vector<fs::path>{path});
  return loaded ? loaded->front().script.operations.size() : 0;
}

TEST(CheckWithABudget, MakesShortWhatACommittedScriptFinds) {
  const auto scripts = scripts_left("mutant:entry-lost-after-success", scratch_folder("short"));
  for (const fs::path& script : scripts) EXPECT_LE(operations_in(script), 4) << script;
}

TEST(CheckWithABudget, EndsWhenNoOtherKindOfDeviationComes) {
  const Ran ran = run_netioconf({"check", "--implementation", refused_in_ipv6, "--budget", "1h"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("calls found no other kind of deviation"));
}

TEST(CheckWithABudget, FindsTheSameEachTime) {
  const std::vector<std::string> words = {"check", "--implementation", refused_in_ipv6, "--budget-calls",
                                          some_calls};
  const auto searched = [](const std::string& folder) {
    nlohmann::json report = report_in(folder);
    for (auto& search : report.at("searches")) search.erase("seconds");
    for (auto& search : report.at("searches")) search.erase("scripts_folder");
    return std::pair{report.at("searches"), report.at("groups")};
  };
  std::vector<std::pair<nlohmann::json, nlohmann::json>> found;
  for (const std::string which : {"first", "second"}) {
    std::vector<std::string> with_out = words;
    with_out.insert(with_out.end(), {"--out", scratch_folder(which)});
    EXPECT_EQ(run_netioconf(with_out).status, 1);
    found.push_back(searched(with_out.back()));
  }
  EXPECT_EQ(found[0], found[1]);
}

TEST(CheckWithABudget, EndsAfterSomeCalls) {
  const Ran ran = run_netioconf({"check", "--implementation", "emulated", "--budget-calls", "500"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("stopped at the end of its budget of 500 calls"));
}

TEST(CheckWithABudget, IsRefusedBesideScripts) {
  for (const char* budget : {"--budget", "--budget-calls"}) {
    const Ran ran = run_netioconf({"check", "--implementation", "emulated", budget,
                                   budget == std::string_view{"--budget"} ? "300ms" : "5", "--scripts",
                                   "corpora/scripts/route.lifetimes"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.error, AllOf(HasSubstr(budget), HasSubstr("--scripts")));
  }
}

TEST(CheckWithABudget, MakesAFindingOfACrashInTheSearch) {
  const std::string folder = scratch_folder("budget-crash");
  const std::string library = FAULTY_LIBRARIES "/libfaulty_crash_in_dear_create.so";
  const Ran ran = run_netioconf(
      {"check", "--implementation", "library:" + library, "--budget", "1h", "--out", folder});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.error, HasSubstr("running again with --isolate"));
  const std::string script = folder + "/scripts/call.returns/create_route_crashed.textproto";
  ASSERT_TRUE(fs::exists(script)) << ran.out;
  const Ran again =
      run_netioconf({"check", "--implementation", "library:" + library, "--scripts", script});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.out, HasSubstr("DEVIATES  call.returns"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
