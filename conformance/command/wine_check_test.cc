#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "conformance/command/implementations.h"
#include "conformance/command/places.h"
#include "conformance/command/testing_command.h"
#include "conformance/mutants/mutants.h"
#include "conformance/wine/prefix.h"
#include "reports/escape.h"

// Testees for Windows through the whole command, where Wine is.
namespace netioconf::conformance {
namespace {

using testing::HasSubstr;

// Why nothing can run under Wine here; empty if it can.
std::string why_not() {
  if (const auto wine = Wine::find(); !wine) return wine.error();
  for (const char* program : {"windows_testee.exe", "driver_testee.exe"}) {
    const auto path = wine_places().testees / program;
    if (!std::filesystem::exists(path)) return path.string() + " was not built";
  }
  return {};
}

class UnderWine : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = why_not(); !why.empty()) GTEST_SKIP() << why;
  }
};

// The processes that run in one of our prefixes.
std::vector<std::string> processes_of_wine() {
  std::vector<std::string> found;
  const std::string setting = "WINEPREFIX=" + wine_places().prefixes.string();
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "environ", std::ios::binary);
    const std::string environment{std::istreambuf_iterator<char>{file}, {}};
    if (environment.find(setting) != std::string::npos) found.push_back(entry.path().filename());
  }
  return found;
}

// Mutants from all of the list.
std::vector<std::string> sample_of_mutants(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t number = 0; number < count; ++number) {
    names.emplace_back(mutants()[number * mutants().size() / count].name);
  }
  return names;
}

std::string rule_of(const std::string& mutant) {
  const auto found = std::find_if(mutants().begin(), mutants().end(),
                                  [&](const Mutant& candidate) { return candidate.name == mutant; });
  return std::string(found->rule);
}

class ProgramUnderWine : public UnderWine {
 protected:
  // The testee on the emulator as if that were somebody's Windows, whose second link may be changed.
  static std::string cautious(const WinePrefix& prefix, const std::string& more) {
    const auto testees = wine_places().testees;
    std::string command = "process:";
    for (const std::string& word : prefix.command(
             {"WINEDLLOVERRIDES=iphlpapi=n,b"},
             {(testees / "windows_testee.exe").string(), "--cautious", "--dll",
              (testees / "emulated" / "iphlpapi.dll").string(), "--journal", "C:\\netioconf.journal"})) {
      command += reports::shell_word(word) + " ";
    }
    return command + more;
  }
};

TEST_F(ProgramUnderWine, FindsInTheEmulatorWhatIsFoundInProcess) {
  for (const char* personality : {"common", "windows"}) {
    const auto in_process = findings_of(std::string("emulated:") + personality);
    EXPECT_TRUE(same(findings_of(std::string("wine:user:emulated:") + personality), in_process))
        << personality;
  }
}

TEST_F(ProgramUnderWine, CatchesMutantsByTheScriptsThatCatchThemInProcess) {
  for (const std::string& mutant : sample_of_mutants(20)) {
    const std::string scripts = "corpora/scripts/" + rule_of(mutant);
    const auto in_process = findings_of("mutant:" + mutant, scripts);
    EXPECT_EQ(in_process.at("outcome"), "deviates") << mutant;
    EXPECT_TRUE(same(findings_of("wine:user:emulated:" + mutant, scripts), in_process)) << mutant;
  }
}

class DriverUnderWine : public UnderWine {};

TEST_F(DriverUnderWine, FindsInTheEmulatorWhatIsFoundInProcess) {
  EXPECT_TRUE(same(findings_of("wine:driver:emulated"), findings_of("emulated")));
}

TEST_F(DriverUnderWine, CatchesMutantsByTheScriptsThatCatchThemInProcess) {
  for (const std::string& mutant : sample_of_mutants(8)) {
    const std::string scripts = "corpora/scripts/" + rule_of(mutant);
    const auto in_process = findings_of("mutant:" + mutant, scripts);
    EXPECT_EQ(in_process.at("outcome"), "deviates") << mutant;
    EXPECT_TRUE(same(findings_of("wine:driver:emulated:" + mutant, scripts), in_process)) << mutant;
  }
}

// Both numbers of the pages, as a driver gets them.
TEST_F(DriverUnderWine, SaysWhichNumberStandsForADuplicate) {
  const auto answer = [](const std::string& implementation) {
    return run_netioconf(
               {"check", "--implementation", implementation, "--scripts", "corpora/scripts/route.duplicate"})
        .out;
  };
  EXPECT_THAT(answer("wine:driver:emulated"),
              HasSubstr("duplicate-status of CreateIpForwardEntry2: follows ntstatus"));
  EXPECT_THAT(answer("wine:driver:emulated:literal"),
              HasSubstr("duplicate-status of CreateIpForwardEntry2: follows win32"));
}

TEST_F(ProgramUnderWine, LeavesNothingRunning) {
  const auto before = processes_of_wine();
  const Ran ran = run_netioconf(
      {"check", "--implementation", "wine:user:emulated", "--scripts", "corpora/scripts/call.returns"});
  EXPECT_EQ(ran.status, 0) << ran.error;
  // Those of tests beside this one may go, or come under another number.
  EXPECT_LE(processes_of_wine().size(), before.size());
}

TEST_F(ProgramUnderWine, IsNotAskedWhatCouldHurtAMachine) {
  const auto wine = Wine::find();
  ASSERT_TRUE(wine);
  const auto prefix = WinePrefix::take(*wine, wine_places().prefixes);
  ASSERT_TRUE(prefix) << prefix.error();
  const auto check = [&](const std::string& more, const std::string& scripts) {
    return run_netioconf({"check", "--implementation", cautious(*prefix, more), "--scripts",
                          "corpora/scripts/" + scripts});
  };
  const Ran with_link = check("--link 1", "route.takes-effect");
  EXPECT_EQ(with_link.status, 0) << with_link.out << with_link.error;
  EXPECT_THAT(check("", "route.takes-effect").out, HasSubstr("no link was named that may be changed"));
  EXPECT_THAT(check("--link 1", "best-route.leads-there").out, HasSubstr("not a prefix for tests"));
  EXPECT_THAT(check("--link 7", "route.takes-effect").error,
              HasSubstr("it refuses: --link 7: this machine has no such link"));
}

TEST_F(ProgramUnderWine, IsSkippedAndCountedWhatWineDoesNotHave) {
  const Ran ran = run_netioconf({"check", "--implementation", "wine:user", "--scripts",
                                 "corpora/scripts/route.takes-effect", "--scripts",
                                 "corpora/scripts/route-table.family", "--known", "none"});
  EXPECT_THAT(ran.out, HasSubstr("CreateIpForwardEntry2 is not there")) << ran.error;
}

TEST(TheNameOfATesteeUnderWine, IsRefusedInOneLineWhenNothingIsCalledSo) {
  for (const char* name : {"wine:", "wine:kernel", "wine:user:", "wine:driver:real", "wine:user:emulated:",
                           "wine:user:emulated:nobody", "wine:user:emulatedx"}) {
    const Ran ran = run_netioconf({"check", "--implementation", name});
    EXPECT_EQ(ran.status, 2) << name;
    EXPECT_THAT(ran.error, HasSubstr(std::string("netioconf: ") + name + ": ")) << name;
    EXPECT_EQ(std::count(ran.error.begin(), ran.error.end(), '\n'), 1) << ran.error;
  }
}

TEST(TheNameOfATesteeOnWindows, SaysHowToRunItThere) {
  for (const char* name : {"windows:user", "windows:driver"}) {
    const Ran ran = run_netioconf({"check", "--implementation", name});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.error, HasSubstr("_testee.exe there"));
    EXPECT_THAT(ran.error, HasSubstr("process:COMMAND"));
    EXPECT_EQ(std::count(ran.error.begin(), ran.error.end(), '\n'), 1) << ran.error;
  }
}

TEST(TheNameOfATesteeUnderWine, BecomesTheNameOfAFile) {
  EXPECT_EQ(file_stem_of("wine:user"), "wine-user");
  EXPECT_EQ(file_stem_of("wine:user:emulated:literal"), "wine-user-emulated-literal");
}

}  // namespace
}  // namespace netioconf::conformance
