#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"
#include "corpora/files/files.h"

namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string lifetimes = "corpora/scripts/route.lifetimes";

Ran diff(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "diff");
  return run_netioconf(arguments);
}

Ran diff_of(const std::string& one, const std::string& other, std::vector<std::string> more) {
  more.insert(more.begin(), {"--implementation", one, "--implementation", other});
  return diff(std::move(more));
}

// The command after the last "replay" of a difference, without the program.
std::vector<std::string> replay_in(const std::string& text) {
  const std::size_t begin = text.find("netioconf ", text.find("replay    netioconf "));
  return arguments_in(text.substr(begin, text.find('\n', begin) - begin));
}

TEST(AnImplementationAndItself, DoNotDiffer) {
  const Ran ran = diff_of("emulated", "emulated", {"--scripts", lifetimes});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("AGREE: no difference"));
}

TEST(AnOptionThatMayBeRepeated, LeavesTheReportsAfterItsValueAlone) {
  const Ran ran = diff({"--scripts", lifetimes, "emulated", compared_as_signed});
  EXPECT_EQ(ran.status, 1) << ran.error;
}

TEST(AMutant, DiffersFromTheEmulatorInTheRuleThatItBreaks) {
  const std::string out = scratch_folder("out");
  const Ran ran = diff_of("emulated", compared_as_signed, {"--scripts", lifetimes, "--out", out});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr(compared_as_signed + " breaks route.lifetimes"));
  const auto report = report_in(out);
  EXPECT_EQ(report["differences"][0]["id"], "route.lifetimes");
  EXPECT_EQ(report["reports"].size(), 2U);
  for (const char* file : {"junit.xml", "results.sarif", "summary.md"})
    EXPECT_TRUE(std::filesystem::exists(out + "/" + file)) << file;
}

TEST(TheCommandOfADifference, RepeatsIt) {
  const std::string out = scratch_folder("out");
  const Ran ran = diff_of("emulated", compared_as_signed, {"--scripts", lifetimes, "--out", out});
  const Ran again = run_netioconf(replay_in(ran.out));
  EXPECT_EQ(again.status, 1) << ran.out << again.error;
  EXPECT_THAT(again.out, HasSubstr(compared_as_signed + " breaks route.lifetimes"));
}

// The library refuses the anycast address only after a script without IPv6.
TEST(ADifference, ThatNeedsAnotherScriptBeforeSaysSoAndItsCommandShowsIt) {
  const std::string before = "corpora/scripts/reset.sets-up-host/ipv4_only.textproto";
  const std::string after = "corpora/scripts/anycast.takes-effect/link_local.textproto";
  const std::string library = "library:" FAULTY_LIBRARIES "/libfaulty_remember_the_host.so";
  EXPECT_EQ(diff_of("emulated", library, {"--scripts", after}).status, 0);
  const Ran ran = diff_of("emulated", library, {"--scripts", before, "--scripts", after});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("They differ only after reset.sets-up-host/ipv4_only."));
  const auto replay = replay_in(ran.out);
  EXPECT_THAT(replay, testing::IsSupersetOf({before, after}));
  EXPECT_EQ(run_netioconf(replay).status, 1) << ran.out;
}

TEST(ThePersonalities, DifferWhereTheDocumentsLeaveRoom) {
  const Ran ran = diff_of("emulated:literal", "emulated:lenient",
                          {"--scripts", "corpora/scripts/route.site-prefix-255"});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("AMBIGUOUS site-prefix-sentinel"));
  EXPECT_THAT(ran.out, Not(HasSubstr("DIFFERS ")));
}

TEST(TheSweep, IsComparedWhereNoScriptsAreNamed) {
  const Ran ran = diff_of("emulated:literal", "emulated:lenient", {"--budget", "50ms"});
  EXPECT_THAT(ran.out, HasSubstr("sweep to depth 1"));
}

TEST(TheSweep, IsLeftOutWhereScriptsAreNamed) {
  const Ran ran =
      diff_of("emulated:common", "emulated:common", {"--scripts", "corpora/scripts/route.lifetimes"});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, Not(HasSubstr("sweep")));
}

TEST(AReport, IsComparedWithAFileThatExists) {
  const std::string folder = scratch_folder("report");
  EXPECT_EQ(
      run_netioconf({"check", "--implementation", "emulated", "--scripts", lifetimes, "--out", folder})
          .status,
      0);
  const Ran ran = run_netioconf({"diff", folder, "nope"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("nope: no such file or folder"));
  const Ran neither = run_netioconf({"diff", "old", folder});
  EXPECT_EQ(neither.error, "netioconf: old: no such file or folder\n");
  EXPECT_EQ(run_netioconf({"diff", "old", "nope"}).error, "netioconf: old: no such file or folder\n");
}

TEST(RecordedTraces, AreComparedLikeTheLiveOne) {
  const std::string traces = scratch_folder("traces");
  EXPECT_EQ(run_netioconf({"record", "--implementation", compared_as_signed, "--scripts", lifetimes,
                           "--out", traces})
                .status,
            0);
  const Ran ran = diff_of("emulated", traces, {"--scripts", lifetimes});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr(traces + " breaks route.lifetimes"));
  const Ran same = diff({traces, traces});
  EXPECT_EQ(same.status, 0) << "a rule that all break alike is not a difference";
  EXPECT_THAT(same.out, HasSubstr("SHARED    route.lifetimes"));
}

TEST(TwoReports, AreCompared) {
  const std::string before = scratch_folder("before");
  const std::string after = scratch_folder("after");
  const std::string out = scratch_folder("out");
  for (const auto& [implementation, folder] :
       {std::pair{std::string{"emulated"}, before}, {compared_as_signed, after}})
    EXPECT_NE(run_netioconf(
                  {"check", "--implementation", implementation, "--scripts", lifetimes, "--out", folder})
                  .status,
              2);
  const Ran ran = diff({before + "/report.json", after, "--out", out});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("ADDED     route.lifetimes"));
  EXPECT_EQ(report_in(out)["kind"], "changes");
  EXPECT_EQ(diff({after, after}).status, 0);
}

// The reports of a check of the emulator and of a mutant of it.
class ReportsOfAMutant : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(check("emulated", right_), 0);
    ASSERT_EQ(check("mutant:best-route-shows-metric-plus-one", wrong_), 1);
  }

  [[nodiscard]] int check(const std::string& implementation, const std::string& folder) const {
    return run_netioconf({"check", "--implementation", implementation, "--scripts",
                          "corpora/scripts/best-route.metric", "--out", folder})
        .status;
  }

  std::string right_ = scratch_folder("right");
  std::string wrong_ = scratch_folder("wrong");
};

// The status was right, so only the member shows what is wrong.
TEST_F(ReportsOfAMutant, ShowTheLineThatDecidesADeviation) {
  const Ran ran = diff({right_, wrong_});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, ContainsRegex("ADDED .*: GetBestRoute2: .* is [0-9]+, must be [0-9]+\n"));
}

TEST_F(ReportsOfAMutant, AreNotWorseIfDeviationsOnlyWent) {
  const Ran ran = diff({wrong_, right_});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("NOT WORSE: none added, 1 gone, none changed"));
}

TEST_F(ReportsOfAMutant, BecomeAnnotationsOfAJobOnGithub) {
  const Ran ran = diff({right_, wrong_, "--format", "github"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, StartsWith("::error file=corpora/scripts/best-route.metric/"));
  EXPECT_THAT(ran.out, HasSubstr("\n::notice title=netioconf::changed: 1 added"));
  EXPECT_EQ(diff({right_, wrong_, "--format", "gitlab"}).status, 2);
}

TEST_F(ReportsOfAMutant, AreLocatedInTheSourceRoot) {
  const std::string out = scratch_folder("out");
  ASSERT_EQ(diff({right_, wrong_, "--source-root", "corpora", "--out", out}).status, 1);
  const auto sarif = nlohmann::json::parse(content_of(out + "/results.sarif"));
  const auto& location = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_THAT(location["artifactLocation"]["uri"].get<std::string>(),
              StartsWith("scripts/best-route.metric/"));
}

TEST(WhatCannotBeCompared, IsOneLineAndStatus2) {
  const std::string folder = scratch_folder("bad");
  std::ofstream(folder + "/report.json") << "{\n oops";
  std::ofstream(folder + "/trace.textproto") << "steps {\n oops\n}\n";
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "two implementations or two reports"},
      {{"--implementation", "emulated"}, "only emulated"},
      {{"--implementation", "emulated", "--implementation", "nobody"}, "nobody: no such implementation"},
      {{folder, folder}, "report.json:2:2: not valid JSON"},
      {{folder, folder, "--source-root", "nowhere"}, "nowhere: no such folder"},
      {{folder, "--implementation", "emulated"}, "with one other report"},
      {{"none.json", "none.json"}, "none.json: no such file"},
      {{"--implementation", "emulated", "--implementation", folder + "/trace.textproto"},
       "trace.textproto:3"},
      {{"--implementation", "emulated", "--implementation", "emulated", "--scripts", "nowhere"},
       "nowhere"}};
  for (const auto& [arguments, words] : cases) {
    const Ran ran = diff(arguments);
    EXPECT_EQ(ran.status, 2) << words;
    EXPECT_THAT(ran.error, HasSubstr(words));
    EXPECT_EQ(std::ranges::count(ran.error, '\n'), 1) << ran.error;
  }
}

// Checks one script, and writes the report to the folder.
void write_report(const std::string& implementation, const fs::path& folder,
                  const std::string& version = "1") {
  EXPECT_NE(run_netioconf({"check", "--implementation", implementation, "--scripts",
                           lifetimes + "/preferred_one_above_valid.textproto",
                           "--implementation-version", version, "--out", folder.string()})
                .status,
            2);
}

void replace_in(const fs::path& file, const std::string& part, const std::string& other) {
  std::string text = corpora::files::read_file(file).value();
  ASSERT_THAT(text, HasSubstr(part));
  std::ofstream{file} << text.replace(text.find(part), part.size(), other);
}

class TheMatrix : public testing::Test {
 protected:
  void SetUp() override {
    write_report("emulated", folder_ / "emulated");
    write_report("mutant:lifetimes-unchecked", folder_ / "mutant");
  }

  const fs::path folder_ = scratch_folder("reports");
};

TEST_F(TheMatrix, ShowsTheRulesThatNotAllFollow) {
  const Ran ran = run_netioconf(
      {"matrix", (folder_ / "emulated" / "report.json").string(), (folder_ / "mutant").string()});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, AllOf(ContainsRegex("\n  route.lifetimes +conforms +deviates\n"),
                             ContainsRegex("\n  A +emulated 1: conforms"),
                             HasSubstr("DIFFER: 2 reports; 1 rule that not all follow, ")));
  EXPECT_THAT(ran.out, Not(HasSubstr("TREND")));
}

TEST_F(TheMatrix, HasEachReportBelowAFolderAndIsWrittenInEveryFormat) {
  const fs::path out = scratch_folder("out");
  const Ran ran = run_netioconf({"matrix", folder_.string(), "--out", out.string()});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_EQ(report_in(out)["kind"], "matrix");
  EXPECT_EQ(report_in(out)["names"].size(), 2U);
  EXPECT_TRUE(fs::exists(out / "summary.md"));
}

TEST_F(TheMatrix, ShowsTheTrendOfAnImplementation) {
  write_report("mutant:lifetimes-unchecked", folder_ / "mutant" / "later", "1.10");
  replace_in(folder_ / "emulated" / "report.json", "\"emulated\"", "\"mutant:lifetimes-unchecked\"");
  replace_in(folder_ / "emulated" / "report.json", "\"1\"", "\"1.9\"");
  const Ran ran = run_netioconf({"matrix", folder_.string()});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("TREND\n  mutant:lifetimes-unchecked  "),
                             ContainsRegex("\n  1.9 +route.lifetimes +gained\n"),
                             ContainsRegex("\n  1.10 +route.lifetimes +lost\n")));
}

TEST_F(TheMatrix, NamesAFileThatItCannotRead) {
  const fs::path file = folder_ / "mutant" / "report.json";
  replace_in(file, "\"format\": 4", "\"format\": 9");
  const Ran newer = run_netioconf({"matrix", folder_.string()});
  EXPECT_EQ(newer.status, 2);
  EXPECT_EQ(newer.error, "netioconf: " + file.string() +
                             ": a report.json of format 9, not of format 3 or 4 (netioconf check --out "
                             "DIR writes a new DIR/report.json)\n");
  replace_in(file, "\"format\": 9", "\"format\": nought");
  EXPECT_THAT(run_netioconf({"matrix", folder_.string()}).error,
              HasSubstr(file.string() + ":2:13: not valid JSON"));
  EXPECT_THAT(run_netioconf({"matrix", scratch_folder("empty")}).error,
              HasSubstr(": no report.json in it"));
  EXPECT_EQ(run_netioconf({"matrix", "nowhere"}).status, 2);
}

}  // namespace
}  // namespace netioconf::conformance::cli
