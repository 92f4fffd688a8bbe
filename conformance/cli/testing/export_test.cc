#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <sstream>

#include "conformance/cli/testing/export_testing.h"
#include "conformance/cli/testing/testing_command.h"
#include "conformance/export/programs.h"
#include "conformance/implementations/linux/testing/kernel.h"

// These tests build and run exported programs. The programs must give the verdicts of the judge.
namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

// With mutants.
constexpr const char* emulator = NETIOEMU_MUTANTS;

// The command that builds a C or C++ program against our header and the emulator.
std::string build(const std::string& compiler, const std::string& source, const std::string& program,
                  const std::string& rest = "") {
  return compiler + " -O0 -Wall -Wextra -Wno-unused-function -I conformance/abi '" + source + "' -o '" +
         program + "' '" + emulator + "' -Wl,-rpath,'" +
         std::filesystem::path{emulator}.parent_path().string() + "' " + rest;
}

TEST(ExportedC, AgreesWithTheJudgeOnEveryScript) {
  const std::string folder = scratch_folder("all");
  const auto all = reproductions();
  ASSERT_GT(all.size(), 1000U);
  write(folder + "/all.c", c_program_of(all));
  const ProgramOutput built = output_of(build(NETIOCONF_CC, folder + "/all.c", folder + "/all"));
  ASSERT_EQ(built.status, 0) << built.text;
  EXPECT_EQ(built.text, "");
  for (const auto& [name, environment] : emulators()) {
    const ProgramOutput ran = output_of(environment + " '" + folder + "/all' '" + folder + "/ends'");
    EXPECT_EQ(ran.status, 0) << ran.text;
    EXPECT_EQ(ends_in(content_of(folder + "/ends")), judged_ends(name, all)) << name;
  }
}

TEST(ExportedC, StandsAloneAndSaysWhatIsAllowed) {
  const std::string folder = scratch_folder("one");
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "c", "--out", folder + "/one.c"}).status, 0);
  const ProgramOutput built =
      output_of(build(NETIOCONF_CC, folder + "/one.c", folder + "/one", "-Wunused-function"));
  ASSERT_EQ(built.status, 0) << built.text;
  EXPECT_EQ(built.text, "");
  const ProgramOutput conforming = output_of("'" + folder + "/one'");
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  const ProgramOutput deviating = output_of("NETIOEMU_MUTANT=duplicate-accepted '" + folder + "/one'");
  EXPECT_EQ(deviating.status, 1);
  EXPECT_THAT(deviating.text, AllOf(HasSubstr("allowed   object_already_exists"),
                                    HasSubstr("observed  success"), HasSubstr("DEVIATES")));
}

TEST(ExportedGtest, IsATestOfAnImplementation) {
  const std::string folder = scratch_folder("gtest");
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "gtest", "--out", folder + "/one.cc"}).status,
            0);
  const ProgramOutput built =
      output_of(build(NETIOCONF_CXX, folder + "/one.cc", folder + "/one", "-lgtest -lgtest_main"));
  ASSERT_EQ(built.status, 0) << built.text;
  const ProgramOutput conforming = output_of("'" + folder + "/one'");
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  EXPECT_THAT(conforming.text, HasSubstr("[       OK ] RouteDuplicate.SameAgain"));
  EXPECT_NE(output_of("NETIOEMU_MUTANT=duplicate-accepted '" + folder + "/one'").status, 0);
}

// The results of the GoogleTests, in the order of the scripts.
std::vector<int> ends_of_gtests(const std::string& text) {
  std::vector<int> ends;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    if (!line.ends_with(" ms)")) continue;
    if (line.starts_with("[       OK ] ")) ends.push_back(0);
    if (line.starts_with("[  FAILED  ] ")) ends.push_back(1);
    if (line.starts_with("[  SKIPPED ] ")) ends.push_back(2);
  }
  return ends;
}

TEST(ExportedGtest, IsCpp) {
  const std::string folder = scratch_folder("cpp");
  write(folder + "/all.cc", gtest_program_of(some_reproductions()));
  const ProgramOutput read =
      output_of(build(NETIOCONF_CXX, folder + "/all.cc", folder + "/all", "-std=c++17 -fsyntax-only"));
  EXPECT_EQ(read.status, 0) << read.text.substr(0, 2000);
}

TEST(ExportedGtest, AgreesWithTheJudgeOnEveryScript) {
  if (!every_export()) GTEST_SKIP() << "takes minutes (ci/experiments/exports runs it)";
  const std::string folder = scratch_folder("gtests");
  const auto all = reproductions();
  write(folder + "/all.cc", gtest_program_of(all));
  const ProgramOutput built =
      output_of(build(NETIOCONF_CXX, folder + "/all.cc", folder + "/all", "-lgtest -lgtest_main"));
  ASSERT_EQ(built.status, 0) << built.text;
  for (const auto& [name, environment] : emulators()) {
    const std::vector<int> ends = ends_of_gtests(output_of(environment + " '" + folder + "/all'").text);
    const Ends judged = judged_ends(name, all);
    ASSERT_EQ(ends.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      EXPECT_EQ(ends[i], judged.at(all[i].script.name)) << name << " in " << all[i].script.name;
  }
}

TEST(ExportedPowershell, AgreesWithTheJudgeOnEveryScript) {
  if (!every_export()) GTEST_SKIP() << "takes minutes (ci/experiments/exports runs it)";
  if (!has_program("mcs") || !has_program("mono")) GTEST_SKIP() << "mono is not installed";
  const std::string folder = scratch_folder("powershells");
  std::filesystem::create_symlink(emulator, folder + "/iphlpapi.dll");
  const auto all = reproductions();
  constexpr std::size_t at_once = 100;  // The compiler needs a gigabyte for these.
  for (std::size_t first = 0; first < all.size(); first += at_once) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<exporting::Reproduction> some{
        begin, begin + static_cast<std::ptrdiff_t>(std::min(at_once, all.size() - first))};
    write(folder + "/some.cs", csharp_program_of(some));
    const ProgramOutput built = output_of("mcs -langversion:5 -main:Everything -out:'" + folder +
                                          "/some.exe' '" + folder + "/some.cs'");
    ASSERT_EQ(built.status, 0) << built.text;
    for (const auto& [name, environment] : emulators()) {
      const ProgramOutput ran =
          output_of(environment + " mono '" + folder + "/some.exe' '" + folder + "/ends' > /dev/null");
      EXPECT_EQ(ran.status, 0) << ran.text;
      EXPECT_EQ(ends_in(content_of(folder + "/ends")), judged_ends(name, some)) << name;
    }
  }
}

TEST(ExportedPowershell, RunsItsProgram) {
  if (!has_program("mcs") || !has_program("mono")) GTEST_SKIP() << "mono is not installed";
  const std::string folder = scratch_folder("powershell");
  ASSERT_EQ(
      run_netioconf({"export", duplicate, "--as", "powershell", "--out", folder + "/one.ps1"}).status,
      0);
  // The source that the PowerShell program passes to Add-Type.
  const ProgramOutput built =
      output_of("sed \"1,/^.source = @'/d;/^'@/,\\$d\" '" + folder + "/one.ps1' > '" + folder +
                "/one.cs' && mcs -langversion:5 -warnaserror -out:'" + folder + "/one.exe' '" + folder +
                "/one.cs'");
  ASSERT_EQ(built.status, 0) << built.text;
  std::filesystem::create_symlink(emulator, folder + "/iphlpapi.dll");
  const std::string run = "mono '" + folder + "/one.exe'";
  const ProgramOutput conforming = output_of(run);
  if (conforming.text.find("DllNotFound") != std::string::npos) {
    GTEST_SKIP() << "mono cannot load this build of the emulator";
  }
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  EXPECT_EQ(output_of("NETIOEMU_MUTANT=duplicate-accepted " + run).status, 1);
}

class ExportedIp : public testing::TestWithParam<const char*> {};

TEST_P(ExportedIp, AgreesWithTheJudgeOnTheKernel) {
  const auto kernel = implementations::linux::kernel_in_a_child();
  if (!kernel) GTEST_SKIP() << kernel.error();
  const std::string folder = scratch_folder("ip");
  const std::string script = GetParam();
  const Ran exported = run_netioconf({"export", script, "--as", "ip", "--out", folder + "/one.sh"});
  ASSERT_EQ(exported.status, 0) << exported.error;
  const std::string routes = output_of("ip route show table all; ip -6 route show table all").text;
  const ProgramOutput ran = output_of("bash '" + folder + "/one.sh'");
  const Ran judged = run_netioconf({"check", "--implementation", "linux", "--known", "none", "--scripts",
                                    "corpora/scripts/" + script + ".textproto"});
  EXPECT_EQ(ran.status, judged.status) << ran.text << judged.out;
  EXPECT_EQ(output_of("ip route show table all; ip -6 route show table all").text, routes);
  EXPECT_NE(output_of("bash '" + folder + "/one.sh' --inside").status, 0)
      << "in the machine's namespace";
}

INSTANTIATE_TEST_SUITE_P(Scripts, ExportedIp,
                         testing::Values("route.duplicate/same_again", "route.takes-effect/ipv6",
                                         "route-set.takes-effect/metric_ipv6",
                                         "best-route.longest-prefix/longer_wins",
                                         "route.duplicate/default_route_on_another_link",
                                         "route.destination-host-bits/ipv4_then_ipv6"));

TEST(ExportedIpAll, AgreesWithTheJudgeOnEveryScriptThatItExpresses) {
  if (!every_export()) GTEST_SKIP() << "takes minutes (ci/experiments/exports runs it)";
  const auto kernel = implementations::linux::kernel_in_a_child();
  if (!kernel) GTEST_SKIP() << kernel.error();
  const std::string folder = scratch_folder("ips");
  const auto all = reproductions();
  const Ends judged = judged_ends("linux", all);
  std::size_t expressed = 0;
  for (const exporting::Reproduction& reproduction : all) {
    const auto program = exporting::ip_program(reproduction);
    if (!program) continue;
    ++expressed;
    write(folder + "/one.sh", *program);
    const ProgramOutput ran = output_of("bash '" + folder + "/one.sh'");
    const std::string& name = reproduction.script.name;
    EXPECT_EQ(ran.status, judged.at(name)) << name << "\n" << ran.text;
  }
  EXPECT_GT(expressed, 400U);
  std::cout << expressed << " of " << all.size() << " scripts can be expressed by ip\n";
}

TEST(ExportedText, IsTheScript) {
  const std::string folder = scratch_folder("text");
  const std::string path = folder + "/same.textproto";
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "textproto", "--out", path}).status, 0);
  EXPECT_EQ(content_of(path), content_of(std::string{"corpora/scripts/"} + duplicate + ".textproto"));
}

TEST(Export, SaysWhatAFormCannotExpress) {
  const Ran ran = run_netioconf({"export", "anycast.duplicate/same_again_ipv6", "--as", "ip"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.error,
            "netioconf: anycast.duplicate/same_again_ipv6: it cannot be exported as ip: iproute2 has no "
            "anycast addresses\n");
}

TEST(Export, RefusesWhatIsNoScriptOrForm) {
  EXPECT_EQ(run_netioconf({"export", "nowhere", "--as", "c"}).status, 2);
  EXPECT_EQ(run_netioconf({"export", "corpora/scripts", "--as", "c"}).status, 2);
  EXPECT_EQ(run_netioconf({"export", duplicate, "--as", "perl"}).status, 2);
  EXPECT_EQ(run_netioconf({"export", duplicate}).status, 2);
  EXPECT_THAT(run_netioconf({"export", duplicate, "--as", "c", "--out", "/proc/nowhere/x.c"}).error,
              testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace netioconf::conformance::cli
