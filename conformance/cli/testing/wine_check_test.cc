#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>
#include <utility>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/cli/testing/testing_wine.h"
#include "conformance/execution/implementation.h"
#include "conformance/implementations/wine/make.h"
#include "conformance/known/find_known_list.h"
#include "conformance/known/running_version.h"
#include "conformance/mutants/mutants.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/text/loader.h"
#include "oracle/engine/judge.h"
#include "reports/known/version_range.h"

// Tests of the testees for Windows with the whole command, where Wine is installed.
namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;

std::size_t count_processes_in(const implementations::wine::WinePrefix& prefix) {
  std::size_t count = 0;
  const std::string setting = "WINEPREFIX=" + prefix.path().string() + std::string(1, '\0');
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "environ", std::ios::binary);
    const std::string environment{std::istreambuf_iterator<char>{file}, {}};
    if (environment.find(setting) != std::string::npos) ++count;
  }
  return count;
}

std::vector<corpora::text::LoadedScript> scripts_of(std::string_view rule) {
  return corpora::text::load_scripts(repository::committed_scripts() / rule).value();
}

// The rule of each deviation, by step.
using Deviations = std::vector<std::pair<std::size_t, std::string>>;

Deviations deviations_of(execution::Implementation& implementation, const oracle::Script& script) {
  Deviations deviations;
  oracle::engine::Judge judge{oracle::readings::Profile::documented};
  for (const oracle::Finding& finding : judge.judge(implementation.observe(script)).findings) {
    if (finding.verdict != oracle::Verdict::deviates) continue;
    deviations.emplace_back(finding.step, finding.rule);
  }
  return deviations;
}

struct CaughtInProcess {
  std::string mutant;
  std::vector<corpora::text::LoadedScript> scripts;
  std::vector<Deviations> deviations;  // in process
};

// nullopt for a mutant that the scripts of its rule do not catch.
std::optional<CaughtInProcess> caught_in_process(const mutants::Mutant& mutant) {
  CaughtInProcess caught{.mutant = std::string(mutant.name), .scripts = scripts_of(mutant.rule)};
  const auto implementation = execution::make_implementation("mutant:" + caught.mutant, {});
  std::size_t count = 0;
  for (const corpora::text::LoadedScript& script : caught.scripts) {
    caught.deviations.push_back(deviations_of(**implementation, script.script));
    count += caught.deviations.back().size();
  }
  return count != 0 ? std::optional{std::move(caught)} : std::nullopt;
}

// From all parts of the list.
std::vector<CaughtInProcess> sample_of_mutants(std::size_t count) {
  std::vector<CaughtInProcess> sample;
  for (std::size_t number = 0; number < count; ++number) {
    const auto part = mutants::mutants().subspan(number * mutants::mutants().size() / count,
                                                 mutants::mutants().size() / count);
    for (const mutants::Mutant& mutant : part) {
      // These mutants end this process or make it hang.
      auto caught = mutant.rule == "call.returns" ? std::nullopt : caught_in_process(mutant);
      if (!caught) continue;
      sample.push_back(*std::move(caught));
      break;
    }
  }
  return sample;
}

void expect_same(execution::Implementation& implementation, const CaughtInProcess& caught) {
  for (std::size_t number = 0; number < caught.scripts.size(); ++number) {
    const oracle::Script& script = caught.scripts[number].script;
    EXPECT_EQ(deviations_of(implementation, script), caught.deviations[number])
        << caught.mutant << " in " << script.name;
  }
}

class ProgramUnderWine : public UnderWine {};
class DriverUnderWine : public UnderWine {};

TEST_F(ProgramUnderWine, FindsInTheEmulatorWhatIsFoundInProcess) {
  EXPECT_TRUE(same(findings_of("wine:user:emulated:windows"), findings_of("emulated:windows")));
}

// The links are those of this machine, which always has a loopback link.
TEST_F(ProgramUnderWine, DescribesTheAddressesOfLinks) {
  const auto program = implementations::wine::wine_places().testees / "windows_testee.exe";
  const auto windows = testee({}, {program.string()});
  ASSERT_TRUE(windows) << windows.error();
  const auto host = (*windows)->host();
  ASSERT_TRUE(host) << host.error();
  const auto loopback =
      std::ranges::find_if(host->links, [](const oracle::Link& link) { return link.loopback; });
  ASSERT_NE(loopback, host->links.end());
  EXPECT_TRUE(loopback->connected);
  EXPECT_TRUE(oracle::has_address(*loopback, oracle::ipv4(127, 0, 0, 1)));
}

TEST_F(DriverUnderWine, FindsInTheEmulatorWhatIsFoundInProcess) {
  EXPECT_TRUE(same(findings_of("wine:driver"), findings_of("emulated")));
}

TEST_F(ProgramUnderWine, CatchesMutantsByTheScriptsThatCatchThemInProcess) {
  const auto sample = sample_of_mutants(10);
  ASSERT_EQ(sample.size(), 10U);
  for (const CaughtInProcess& caught : sample)
    expect_same(*started("user:emulated:" + caught.mutant), caught);
}

TEST_F(DriverUnderWine, CatchesMutantsByTheScriptsThatCatchThemInProcess) {
  const auto sample = sample_of_mutants(10);
  ASSERT_EQ(sample.size(), 10U);
  for (const CaughtInProcess& caught : sample)
    expect_same(*started("driver:emulated:" + caught.mutant), caught);
}

TEST_F(DriverUnderWine, IsAskedAtApcLevelToo) {
  const std::string scripts = "corpora/scripts/route.takes-effect";
  EXPECT_TRUE(same(findings_of("wine:driver-at-apc-level", scripts), findings_of("emulated", scripts)));
}

// The crash is attributed to its step, and the run continues.
TEST_F(UnderWine, LaysTheEndOfAProcessToTheStepThatEndedIt) {
  for (const char* form : {"user", "driver"}) {
    const Ran ran = run_netioconf(
        {"check", "--implementation", fmt::format("wine:{}:emulated:create-ends-the-process", form),
         "--scripts", "corpora/scripts/route.destination-length/ipv4_33.textproto", "--scripts",
         "corpora/scripts/route.takes-effect", "--time-limit", "60s"});
    EXPECT_THAT(ran.out, HasSubstr(", step 1 of 1\n"));
    EXPECT_THAT(ran.out, HasSubstr("observed  exited: "));
    EXPECT_THAT(ran.out, HasSubstr(", 1 deviate, 0 undecided, 0 skipped\n"));
  }
}

// Both numbers of the pages, as a driver gets them.
TEST_F(DriverUnderWine, SaysWhichNumberStandsForADuplicate) {
  const auto answer = [](const std::string& implementation) {
    return run_netioconf({"check", "--implementation", implementation, "--scripts",
                          "corpora/scripts/route.duplicate", "--verbose"})
        .out;
  };
  EXPECT_THAT(answer("wine:driver:emulated"),
              HasSubstr("duplicate-status of CreateIpForwardEntry2: follows ntstatus"));
  EXPECT_THAT(answer("wine:driver:emulated:literal"),
              HasSubstr("duplicate-status of CreateIpForwardEntry2: follows win32"));
}

TEST_F(UnderWine, NothingIsLeftRunning) {
  const auto implementation = started("driver");
  EXPECT_GT(count_processes_in(prefix()), 0U);
  prefix().end_everything();
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{2};
  while (count_processes_in(prefix()) != 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  EXPECT_EQ(count_processes_in(prefix()), 0U);
}

// Wine's own iphlpapi.dll in its own network namespace.
class WinesOwnLibrary : public UnderWine {
 protected:
  void SetUp() override {
    UnderWine::SetUp();
    if (IsSkipped()) return;
    const std::string try_network =
        implementations::wine::wine_places().network.string() + " true > /dev/null 2>&1";
    if (std::system(try_network.c_str()) != 0) GTEST_SKIP() << "no network namespace can be created";
  }

  static Ran check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"check", "--implementation", "wine:user"});
    for (const char* script : {"call.returns/create_route", "best-route.missing/no_route_at_all",
                               "notify.family/family_3", "route-table.empty/one_entry"}) {
      arguments.emplace_back("--scripts");
      arguments.emplace_back(fmt::format("corpora/scripts/{}.textproto", script));
    }
    return run_netioconf(arguments);
  }
};

TEST_F(WinesOwnLibrary, IsJudgedByWhatItHas) {
  const Ran ran = check({"--known", "none"});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("CreateIpForwardEntry2 is missing"));
  for (const char* rule : {"best-route.missing", "notify.family"}) {
    EXPECT_THAT(ran.out, HasSubstr(fmt::format("DEVIATES  {}: ", rule)));
  }
}

TEST_F(WinesOwnLibrary, ConformsButForWhatIsKnown) {
  const auto list = known::read_committed_known_list("wine:user");
  ASSERT_TRUE(list && *list);
  const std::string version = known::running_version("wine:user");
  if (!reports::known::applies_to(**list, version))
    GTEST_SKIP() << "the list has not been checked on Wine " << version;
  const Ran ran = check({});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
}

TEST(TheNameOfATesteeUnderWine, IsRefusedInOneLineWhenNothingIsCalledSo) {
  for (const char* name :
       {"wine:", "wine:kernel", "wine:user:", "wine:driver:real", "wine:driver-at-dispatch-level",
        "wine:user:emulated:", "wine:user:emulated:nobody", "wine:user:emulatedx"}) {
    const Ran ran = run_netioconf({"check", "--implementation", name});
    EXPECT_EQ(ran.status, 2) << name;
    EXPECT_THAT(ran.error, HasSubstr(std::string("netioconf: ") + name + ": ")) << name;
    EXPECT_EQ(std::ranges::count(ran.error, '\n'), 1) << ran.error;
  }
}

TEST(TheNameOfATesteeOnWindows, SaysHowToRunItThere) {
  for (const char* name : {"windows:user", "windows:driver"}) {
    const Ran ran = run_netioconf({"check", "--implementation", name});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.error, HasSubstr("_testee.exe there"));
    EXPECT_THAT(ran.error, HasSubstr("process:COMMAND"));
    EXPECT_EQ(std::ranges::count(ran.error, '\n'), 1) << ran.error;
  }
}

}  // namespace
}  // namespace netioconf::conformance::cli
