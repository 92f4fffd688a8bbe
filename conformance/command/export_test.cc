#include "conformance/command/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "conformance/command/export_testing.h"
#include "conformance/command/testing_command.h"
#include "conformance/testees/linux/testing/kernel.h"

// Exported programs are built and run, and must say what the judge says.
namespace netioconf::conformance {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* duplicate = "route.duplicate/same_again";

void write(const std::string& path, const std::string& text) { std::ofstream{path} << text; }

std::string emulator_folder() { return std::filesystem::path{NETIOEMU}.parent_path().string(); }

// The command that builds a C or C++ program against our header and the emulator.
std::string build(const std::string& compiler, const std::string& source, const std::string& program,
                  const std::string& rest = "") {
  return compiler + " -O0 -Wall -Wextra -Wno-unused-function -I conformance/abi '" + source + "' -o '" +
         program + "' '" NETIOEMU "' -Wl,-rpath,'" + emulator_folder() + "' " + rest;
}

Ends ends_in(const std::string& text) {
  Ends ends;
  std::istringstream lines{text};
  std::string name;
  for (int end = 0; lines >> name >> end;) ends[name] = end;
  return ends;
}

TEST(ExportedC, AgreesWithTheJudgeOnEveryScript) {
  const std::string folder = scratch_folder("all");
  write(folder + "/all.c", program_of_all_scripts());
  const ProgramOutput built = output_of(build(NETIOCONF_CC, folder + "/all.c", folder + "/all"));
  ASSERT_EQ(built.status, 0) << built.text;
  EXPECT_EQ(built.text, "");
  const std::pair<std::string, std::string> implementations[] = {
      {"emulated:common", "NETIOEMU_PERSONALITY=common"},
      {"emulated:literal", "NETIOEMU_PERSONALITY=literal"},
      {"mutant:lifetimes-compared-as-signed", "NETIOEMU_MUTANT=lifetimes-compared-as-signed"}};
  for (const auto& [name, environment] : implementations) {
    const Ends judged = judged_ends(name);
    ASSERT_GT(judged.size(), 1000U) << name;
    EXPECT_EQ(ends_in(output_of(environment + " '" + folder + "/all'").text), judged) << name;
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

TEST(ExportedC, RunsOnWine) {
  const std::filesystem::path dll = NETIOCONF_WINDOWS "/emulated/iphlpapi.dll";
  const std::string wine = "/usr/lib/wine/wine64";
  if (!has_program("x86_64-w64-mingw32-gcc")) GTEST_SKIP() << "mingw-w64 is not there";
  if (!std::filesystem::exists(wine)) GTEST_SKIP() << wine << " is not there";
  if (!std::filesystem::exists(dll)) GTEST_SKIP() << dll << " is not built (target windows_testees)";
  const std::string folder = scratch_folder("wine");
  std::filesystem::copy(dll, folder + "/iphlpapi.dll");
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "c", "--out", folder + "/one.c"}).status, 0);
  const ProgramOutput built = output_of("x86_64-w64-mingw32-gcc -Wall -Wextra -Werror '" + folder +
                                        "/one.c' -o '" + folder + "/one.exe' -liphlpapi");
  ASSERT_EQ(built.status, 0) << built.text;
  const std::string run = "WINEPREFIX='" + folder +
                          "/prefix' WINEDEBUG=-all WINEDLLOVERRIDES='iphlpapi=n;mscoree=;mshtml=' "
                          "timeout 60 " +
                          wine + " '" + folder + "/one.exe'";
  const ProgramOutput conforming = output_of("env -u DISPLAY " + run);
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  const ProgramOutput deviating = output_of("env -u DISPLAY NETIOEMU_MUTANT=duplicate-accepted " + run);
  EXPECT_EQ(deviating.status, 1) << deviating.text;
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

TEST(ExportedPowershell, RunsItsProgram) {
  if (!has_program("mcs") || !has_program("mono")) GTEST_SKIP() << "mono is not there";
  const std::string folder = scratch_folder("powershell");
  ASSERT_EQ(
      run_netioconf({"export", duplicate, "--as", "powershell", "--out", folder + "/one.ps1"}).status,
      0);
  // What Add-Type would be given.
  const ProgramOutput built =
      output_of("sed \"1,/^.source = @'/d;/^'@/,\\$d\" '" + folder + "/one.ps1' > '" + folder +
                "/one.cs' && mcs -langversion:5 -warnaserror -out:'" + folder + "/one.exe' '" + folder +
                "/one.cs'");
  ASSERT_EQ(built.status, 0) << built.text;
  std::filesystem::create_symlink(NETIOEMU, folder + "/iphlpapi.dll");
  const std::string run = "mono '" + folder + "/one.exe'";
  const ProgramOutput conforming = output_of(run);
  if (conforming.text.find("DllNotFound") != std::string::npos) {
    GTEST_SKIP() << "mono can't load the emulator as it is built here";
  }
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  EXPECT_EQ(output_of("NETIOEMU_MUTANT=duplicate-accepted " + run).status, 1);
}

class ExportedIp : public testing::TestWithParam<const char*> {};

TEST_P(ExportedIp, AgreesWithTheJudgeOnTheKernel) {
  const auto kernel = linux_kernel::kernel_in_a_child();
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

TEST(ExportedText, IsTheScript) {
  const std::string folder = scratch_folder("text");
  const std::string path = folder + "/same.textproto";
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "textproto", "--out", path}).status, 0);
  std::ifstream one{path};
  std::ifstream other{std::string{"corpora/scripts/"} + duplicate + ".textproto"};
  const std::string exported{std::istreambuf_iterator<char>{one}, {}};
  const std::string committed{std::istreambuf_iterator<char>{other}, {}};
  EXPECT_EQ(exported, committed);
}

TEST(Export, SaysWhatAFormCannotExpress) {
  const Ran ran = run_netioconf({"export", "anycast.duplicate/same_again_ipv6", "--as", "ip"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(
      ran.error,
      "netioconf: anycast.duplicate/same_again_ipv6: not as ip: iproute2 has no anycast addresses\n");
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
}  // namespace netioconf::conformance
