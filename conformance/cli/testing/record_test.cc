#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* accepted_unspecified = "mutant:anycast-unspecified-accepted";
const std::string script = "anycast.unspecified/ipv6";

// Traces to which the list of Linux' known deviations applies: a mutant that deviates as Linux does,
// recorded under the name of Linux, so that the test needs no kernel.
class TracesOfLinux : public testing::Test {
 protected:
  void SetUp() override {
    const std::string path = "corpora/scripts/" + script + ".textproto";
    ASSERT_EQ(run_netioconf({"record", "--implementation", accepted_unspecified, "--scripts", path,
                             "--out", traces_})
                  .status,
              0);
    const std::string trace = traces_ + "/" + script + ".trace.textproto";
    std::string text = content_of(trace);
    const std::size_t at = text.find(accepted_unspecified);
    ASSERT_NE(at, text.npos);
    std::ofstream{trace} << text.replace(at, std::string_view{accepted_unspecified}.size(), "linux");
  }

  nlohmann::json second_report(const std::vector<std::string>& more) const {
    const std::string out = scratch_folder("diff");
    std::vector<std::string> arguments = {
        "diff", "--implementation", "emulated", "--implementation", traces_, "--out", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    EXPECT_EQ(run_netioconf(arguments).status, 1);
    return report_in(out)["reports"][1];
  }

  std::string traces_ = scratch_folder("traces");
};

TEST_F(TracesOfLinux, AreJudgedWithTheListOfALiveRun) {
  const Ran ran = run_netioconf({"judge", traces_});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("KNOWN     anycast.unspecified"));
  EXPECT_THAT(ran.out, Not(HasSubstr("no such script")))
      << "a script that was not recorded is not reported as missing";
}

TEST_F(TracesOfLinux, AreJudgedWithoutAListOnRequest) {
  const Ran ran = run_netioconf({"judge", traces_, "--known", "none"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  anycast.unspecified"));
  EXPECT_EQ(run_netioconf({"judge", traces_, "--known", "nowhere"}).status, 2);
}

TEST_F(TracesOfLinux, AreComparedWithTheListOfALiveRun) {
  const std::string list = second_report({})["known"]["list"];
  EXPECT_THAT(list, EndsWith("conformance/known/linux.textproto"));
  EXPECT_FALSE(second_report({"--known", "none"}).contains("known"));
}

Ran record(const std::string& implementation, const std::string& out,
           std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"record", "--implementation", implementation, "--out", out});
  return run_netioconf(more);
}

// The kinds of deviation and how often each was found.
std::map<std::string, std::uint64_t> deviations_in(const nlohmann::json& report) {
  std::map<std::string, std::uint64_t> found;
  for (const auto& group : report["groups"]) {
    const std::string key = group["rule"].dump() + group["reading"].dump() + group["function"].dump() +
                            group["observed"].dump();
    found[key] = group["findings"];
  }
  return found;
}

// The command after "replay" of each deviation, without the program.
std::vector<std::vector<std::string>> replays_in(const nlohmann::json& report) {
  std::vector<std::vector<std::string>> commands;
  for (const auto& group : report["groups"]) {
    const auto& shortest = report["scripts"][group["shortest"]["index"].get<std::size_t>()];
    commands.push_back(arguments_in(shortest["replay"]));
  }
  return commands;
}

class OneFile : public testing::TestWithParam<const char*> {};

TEST_P(OneFile, IsJudgedLikeALiveRun) {
  const std::string folder = scratch_folder("traces");
  const std::string scripts = "corpora/scripts/route.lifetimes";
  const std::string file = folder + "/" + GetParam();
  const Ran ran = record(compared_as_signed, file, {"--scripts", scripts, "--date", "2026-11-29"});
  ASSERT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, EndsWith(" traces in " + file + "\n"));
  EXPECT_EQ(run_netioconf({"judge", file, "--out", folder + "/judged"}).status, 1);
  EXPECT_EQ(run_netioconf({"check", "--implementation", compared_as_signed, "--scripts", scripts,
                           "--out", folder + "/checked"})
                .status,
            1);
  EXPECT_TRUE(findings_in(folder + "/judged") == findings_in(folder + "/checked"));
}

TEST_P(OneFile, IsComparedLikeALiveRun) {
  const std::string file = scratch_folder("traces") + "/" + GetParam();
  ASSERT_EQ(record(compared_as_signed, file, {"--scripts", "corpora/scripts/route.lifetimes"}).status,
            0);
  const Ran ran = run_netioconf({"diff", "--implementation", "emulated", "--implementation", file});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr(file + " breaks route.lifetimes"));
}

INSTANTIATE_TEST_SUITE_P(Record, OneFile, testing::Values("x.traces", "x.traces.gz"));

TEST(AFolderAndAFile, AreJudgedTogether) {
  const std::string folder = scratch_folder("traces");
  ASSERT_EQ(record("emulated", folder + "/one", {"--scripts", "corpora/scripts/route.lifetimes"}).status,
            0);
  ASSERT_EQ(record("emulated", folder + "/x.traces", {"--scripts", "corpora/scripts/route.age"}).status,
            0);
  const Ran ran = run_netioconf({"judge", folder + "/one", folder + "/x.traces"});
  EXPECT_EQ(ran.status, 0) << ran.error;
  const Ran all = run_netioconf({"judge", folder});
  EXPECT_EQ(all.out.substr(0, all.out.find("replay")), ran.out.substr(0, ran.out.find("replay")));
}

TEST(ACutFile, IsJudgedUpToItsEndAndSaysSo) {
  const std::string folder = scratch_folder("traces");
  const std::string file = folder + "/x.traces";
  ASSERT_EQ(record(compared_as_signed, file, {"--scripts", "corpora/scripts/route.lifetimes"}).status,
            0);
  const std::string content = content_of(file);
  std::ofstream{file, std::ios::binary} << content.substr(0, content.size() - 20);
  const Ran ran = run_netioconf({"judge", file, "--out", folder + "/judged"});
  EXPECT_EQ(ran.status, 1) << "what comes before is judged";
  EXPECT_THAT(ran.error,
              testing::MatchesRegex("netioconf: .*x.traces: ends in the middle of trace [0-9]+ "
                                    "\\(the [0-9]+ traces before it are judged\\)\n"));
  const std::string why = ran.error.substr(11, ran.error.size() - 12);
  EXPECT_THAT(ran.out, HasSubstr("0 steps in 1 script: " + why));
  for (const char* report : {"report.json", "junit.xml", "results.sarif", "summary.md"})
    EXPECT_THAT(content_of(folder + "/judged/" + report), HasSubstr("ends in the middle of trace"))
        << report;
  const Ran compared = run_netioconf({"diff", "--implementation", "emulated", "--implementation", file});
  EXPECT_THAT(compared.out, HasSubstr("left out  1 script: " + why));
}

TEST(ARecording, HasTheTimeLimitOfACheck) {
  const std::string file = scratch_folder("traces") + "/x.traces";
  const Ran ran = record("library:" FAULTY_LIBRARIES "/libfaulty_hang_in_get.so", file,
                         {"--scripts", "corpora/scripts/route-get.missing", "--time-limit", "100ms"});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(run_netioconf({"judge", file}).out, HasSubstr("hung: longer than 100 ms"));
}

// However fast a machine is, it takes longer than a second for enough of them.
TEST(JudgingManyTraces, ShowsHowFarItIs) {
  const std::string folder = scratch_folder("traces");
  ASSERT_EQ(record("emulated", folder + "/0.traces", {"--scripts", "corpora/scripts"}).status, 0);
  ASSERT_EQ(setenv("NETIOCONF_PROGRESS_INTERVAL", "1", 1), 0);
  Ran ran;
  for (int files = 1; ran.error.empty(); files *= 2) {
    ASSERT_LT(files, 1 << 12);
    for (int copy = files; copy < 2 * files; ++copy)
      std::filesystem::copy_file(folder + "/0.traces", folder + "/" + std::to_string(copy) + ".traces");
    ran = run_netioconf({"judge", folder, "--quiet"});
  }
  unsetenv("NETIOCONF_PROGRESS_INTERVAL");
  EXPECT_THAT(ran.error, testing::StartsWith("netioconf: "));
  EXPECT_THAT(ran.error, HasSubstr(" traces, "));
}

TEST(AFileThatIsNoTrace, IsNamedAndTheOthersAreJudged) {
  const std::string folder = scratch_folder("traces");
  ASSERT_EQ(record(compared_as_signed, folder, {"--scripts", "corpora/scripts/route.lifetimes"}).status,
            0);
  std::ofstream{folder + "/cut.trace.textproto"} << "script: \"a/x";
  const Ran ran = run_netioconf({"judge", folder});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("/cut.trace.textproto:1:13: "));
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  route.lifetimes"));
}

TEST(ARecordedSweep, IsJudgedLikeALiveOne) {
  const std::string folder = scratch_folder("traces");
  const std::string file = folder + "/x.traces.gz";
  ASSERT_EQ(record(compared_as_signed, file, {"--sweep", "1", "--shard", "1/200"}).status, 0);
  EXPECT_EQ(run_netioconf({"judge", file, "--out", folder + "/judged"}).status, 1);
  EXPECT_EQ(run_netioconf({"sweep", "--implementation", compared_as_signed, "--shard", "1/200",
                           "--groups", "1000", "--out", folder + "/swept"})
                .status,
            1);
  const nlohmann::json judged = report_in(folder + "/judged");
  const nlohmann::json swept = report_in(folder + "/swept");
  EXPECT_FALSE(deviations_in(judged).empty());
  EXPECT_EQ(deviations_in(judged), deviations_in(swept));
  EXPECT_EQ(judged["scripts_count"], swept["scripts_count"]);
  std::size_t alone = 0;
  for (const auto& replay : replays_in(judged)) {
    EXPECT_EQ(run_netioconf(replay).status, 1) << testing::PrintToString(replay);
    // A deviation that needs the evidence of other traces is repeated by judging all of them.
    if (replay.front() == "judge") continue;
    EXPECT_EQ(replay.front(), "check");
    EXPECT_THAT(replay, testing::Contains(testing::StartsWith(folder + "/judged/scripts/")));
    ++alone;
  }
  EXPECT_GE(alone, 3U);
}

TEST(ARecordedSweep, IsComparedWithAnotherAndWithALiveImplementation) {
  const std::string folder = scratch_folder("traces");
  const std::string right = folder + "/right.traces.gz";
  const std::string wrong = folder + "/wrong.traces.gz";
  for (const auto& [implementation, file] :
       {std::pair{std::string{"emulated"}, right}, {compared_as_signed, wrong}})
    ASSERT_EQ(record(implementation, file, {"--sweep", "1", "--shard", "1/200"}).status, 0);
  const Ran both = run_netioconf({"diff", right, wrong, "--out", folder + "/out"});
  EXPECT_EQ(both.status, 1) << both.error;
  EXPECT_THAT(both.out, HasSubstr(wrong + " breaks route.lifetimes"));
  const nlohmann::json report = report_in(folder + "/out");
  EXPECT_GT(report["reports"][1]["scripts_count"]["deviates"], 0);
  const std::vector<std::string> replay = arguments_in(report["differences"][0]["replay"]);
  EXPECT_EQ(run_netioconf(replay).status, 1) << testing::PrintToString(replay);
  const Ran live = run_netioconf({"diff", "--implementation", "emulated", wrong});
  EXPECT_EQ(live.status, 1) << live.error;
  EXPECT_THAT(live.out, HasSubstr(wrong + " breaks route.lifetimes"));
}

TEST(ARecordedSearch, RunsTheSameScriptsOnEveryMachine) {
  const std::string folder = scratch_folder("traces");
  for (const char* name : {"/a.traces", "/b.traces"}) {
    const Ran ran = record(compared_as_signed, folder + name, {"--budget-calls", "3000"});
    ASSERT_EQ(ran.status, 0) << ran.error;
  }
  EXPECT_TRUE(content_of(folder + "/a.traces") == content_of(folder + "/b.traces"));
  const Ran judged = run_netioconf({"judge", folder + "/a.traces", "--out", folder + "/judged"});
  EXPECT_EQ(judged.status, 1) << judged.error;
  for (const auto& replay : replays_in(report_in(folder + "/judged")))
    EXPECT_EQ(run_netioconf(replay).status, 1) << testing::PrintToString(replay);
}

TEST(ARecordedSearch, LetsTheEmulatorPass) {
  const std::string file = scratch_folder("traces") + "/x.traces.gz";
  ASSERT_EQ(record("emulated", file, {"--budget-calls", "500"}).status, 0);
  EXPECT_EQ(run_netioconf({"judge", file}).status, 0);
}

// Recordings are kept for years. Golden files have each version of the format.
TEST(ARecordingOfVersion1, IsStillJudged) {
  const Ran ran = run_netioconf({"judge", "corpora/recording/golden/version_1.traces.gz"});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  route.lifetimes: CreateIpForwardEntry2: success, must be "
                                 "invalid_parameter"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
