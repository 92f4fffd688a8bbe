#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "conformance/cli/testing/testing_command.h"
#include "corpora/files/files.h"
#include "corpora/lint/format.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Ran sweep(const std::string& implementation, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"sweep", "--implementation", implementation});
  return run_netioconf(more);
}

// The commands after "replay" of every deviation, without the program's name.
std::vector<std::vector<std::string>> replays_in(const std::string& report) {
  std::vector<std::vector<std::string>> commands;
  std::istringstream lines{report};
  bool of_a_finding = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("DEVIATES  ", 0) == 0) of_a_finding = true;
    if (line.rfind("  replay    ", 0) != 0 || !of_a_finding) continue;
    of_a_finding = false;
    commands.push_back(arguments_in(line.substr(12)));
  }
  return commands;
}

TEST(Sweep, LetsTheEmulatorPass) {
  const Ran ran = sweep("emulated", {"--shard", "3/60"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("CONFORMS"), HasSubstr("part 3 of 60 of sweep"),
                             HasSubstr("routes, one member: "), HasSubstr("judged calls in")));
}

TEST(Sweep, LetsEveryPersonalityPass) {
  for (const char* personality : {"literal", "lenient"}) {
    const Ran ran = sweep(std::string{"emulated:"} + personality, {"--shard", "5/80"});
    EXPECT_EQ(ran.status, 0) << ran.out;
  }
  EXPECT_EQ(sweep("emulated:windows", {"--shard", "5/80", "--profile", "windows"}).status, 0);
}

struct Caught {
  const char* mutant;
  const char* rule;
  const char* depth;
};

class SomeMutants : public testing::TestWithParam<Caught> {};

TEST_P(SomeMutants, AreFoundByASweep) {
  const Ran ran = sweep(std::string{"mutant:"} + GetParam().mutant,
                        {"--depth", GetParam().depth, "--groups", "3", "--shard", "1/40"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr(std::string{"DEVIATES  "} + GetParam().rule));
}

INSTANTIATE_TEST_SUITE_P(
    Command, SomeMutants,
    testing::Values(Caught{"null-row-succeeds", "route.null-row", "1"},
                    Caught{"lifetimes-compared-as-signed", "call.refuses-only-as-documented", "1"},
                    Caught{"site-prefix-compared-as-signed", "route.site-prefix", "1"},
                    Caught{"luid-compared-without-type", "route.link-known", "1"},
                    Caught{"duplicate-accepted", "route.duplicate", "2"}));

TEST(Sweep, StopsAfterSoManyGroups) {
  const Ran ran = sweep("mutant:lifetimes-compared-as-signed", {"--groups", "2"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(replays_in(ran.out).size(), 2U);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("stopped after enough kinds of deviation"),
                             HasSubstr("continue with --from ")));
}

TEST(Sweep, RepeatsEachFindingByItsScriptWithTheSameJudgement) {
  const Ran ran = sweep("mutant:destination-family-unchecked",
                        {"--groups", "3", "--shard", "1/40", "--time-limit", "9s"});
  const auto replays = replays_in(ran.out);
  ASSERT_FALSE(replays.empty());
  for (const auto& replay : replays) {
    EXPECT_EQ(replay.front(), "check");
    EXPECT_THAT(replay, testing::IsSupersetOf({"--scripts", "--time-limit", "9s"}));
    const Ran again = run_netioconf(replay);
    EXPECT_EQ(again.status, 1) << testing::PrintToString(replay);
    EXPECT_EQ(run_netioconf(replay).status, again.status);
  }
}

TEST(Sweep, WritesAScriptForEachFindingThatRepeatsIt) {
  const std::string folder = scratch_folder("sweep");
  const Ran ran = sweep("mutant:lifetimes-compared-as-signed", {"--groups", "3", "--out", folder});
  EXPECT_EQ(ran.status, 1);
  const auto replays = replays_in(ran.out);
  EXPECT_EQ(replays.size(), 3U);
  for (const auto& replay : replays) {
    EXPECT_EQ(replay.front(), "check");
    EXPECT_EQ(run_netioconf(replay).status, 1) << testing::PrintToString(replay);
  }
  const auto files = corpora::files::files_below(folder + "/scripts");
  ASSERT_TRUE(files.has_value());
  EXPECT_GE(files->size(), 3U);
  for (const auto& file : *files) {
    const auto text = corpora::files::read_file(file);
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(corpora::lint::formatted(*text, file.string()), *text) << file;
  }
  EXPECT_THAT(findings_in(folder), HasSubstr("/scripts/route.lifetimes/create_route_success"));
}

TEST(Sweep, SaysHowFarItCameWhenItsTimeIsOver) {
  const Ran ran = sweep("emulated", {"--budget", "1ms"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("stopped at the end of its budget; continue with --from "),
                             HasSubstr("routes, three members: 0 of ")));
}

TEST(Sweep, JudgesALibrary) {
  const Ran ran = sweep("library:" NETIOEMU, {"--shard", "7/400"});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
}

TEST(Sweep, AttributesACrashToItsStep) {
  const Ran ran = sweep(std::string{"library:"} + FAULTY_LIBRARIES + "/libfaulty_crash_in_create.so",
                        {"--only", "1200", "--only", "1201"});
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_THAT(ran.error, HasSubstr("running again with --isolate"));
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  call.returns"));
}

// These scripts get a route.
TEST(Sweep, LeavesACallAloneThatHangs) {
  std::vector<std::string> options = {"--isolate", "--time-limit", "500ms"};
  for (int number = 1265; number < 1295; ++number)
    options.insert(options.end(), {"--only", std::to_string(number)});
  const Ran ran =
      sweep(std::string{"library:"} + FAULTY_LIBRARIES + "/libfaulty_hang_in_get.so", options);
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("DEVIATES  call.returns"),
                             HasSubstr("GetIpForwardEntry2 hung 5 times; --keep-going calls it again")));
}

}  // namespace
}  // namespace netioconf::conformance::cli
