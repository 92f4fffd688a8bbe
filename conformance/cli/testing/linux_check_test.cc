#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/implementations/linux/testing/kernel.h"
#include "conformance/known/find_known_list.h"
#include "conformance/known/running_version.h"
#include "reports/known/version_range.h"

// Tests of this machine's kernel with the whole command. They are skipped where no network namespace can
// be created.
namespace netioconf::conformance::cli {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

class CheckOfTheKernel : public testing::Test {
 protected:
  void SetUp() override {
    const auto kernel = implementations::linux::kernel_in_a_child();
    if (!kernel) GTEST_SKIP() << kernel.error();
  }
};

nlohmann::json report_of(const Ran& ran, const std::string& folder) {
  std::ifstream file{folder + "/report.json"};
  EXPECT_TRUE(file) << ran.out << ran.error;
  return nlohmann::json::parse(file);
}

TEST_F(CheckOfTheKernel, ConformsButForWhatIsKnown) {
  const auto list = known::read_committed_known_list("linux");
  ASSERT_TRUE(list && *list);
  const std::string version = known::running_version("linux");
  if (!reports::known::applies_to(**list, version))
    GTEST_SKIP() << "the list has not been checked on kernel " << version;
  const Ran ran = run_netioconf({"check", "--implementation", "linux"});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
}

TEST_F(CheckOfTheKernel, LeavesTheRoutesOfThisMachineAlone) {
  const std::string before = implementations::linux::tables_of_this_machine();
  (void)run_netioconf({"check", "--implementation", "linux", "--known", "none"});
  EXPECT_EQ(implementations::linux::tables_of_this_machine(), before);
}

TEST_F(CheckOfTheKernel, SkipsOnlyWhatLinuxCannotBeOrBeAsked) {
  const std::string folder = scratch_folder("linux");
  const Ran ran =
      run_netioconf({"check", "--implementation", "linux", "--known", "none", "--out", folder});
  const auto report = report_of(ran, folder);
  for (const auto& reason : report["skipped"]) {
    EXPECT_THAT(
        reason["why"].get<std::string>(),
        AnyOf("Linux has no IPv4 anycast addresses", "Linux always has an IPv4 stack",
              "Linux has no link without an IPv4 stack", "Linux has no link that ignores default routes",
              "Linux has no path MTU timeout of a link", "lo has the stacks of the machine",
              "netioconf_advance is missing", HasSubstr("was not returned or is already freed")));
  }
  EXPECT_GT(report["scripts_count"]["conforms"].get<int>(), 800);
  for (const auto& script : report["scripts"]) {
    for (const auto& finding : script["findings"]) {
      if (finding["verdict"] == "undecided") continue;  // A sanitizer reports a misaligned row.
      EXPECT_THAT(finding["reply"].get<std::string>(), Not(HasSubstr("crashed")));
    }
  }
}

TEST_F(CheckOfTheKernel, ReportsWhatDecidedEachReply) {
  const std::string folder = scratch_folder("linux_deciders");
  const Ran ran = run_netioconf({"check", "--implementation", "linux", "--known", "none", "--scripts",
                                 "corpora/scripts/route.lifetimes", "--out", folder, "--verbose"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr(" by adapter\n"));
  EXPECT_THAT(ran.out, HasSubstr(" by kernel and adapter\n"));
  std::vector<std::string> deciders;
  for (const auto& decider : report_of(ran, folder)["deciders"]) deciders.push_back(decider["by"]);
  EXPECT_THAT(deciders, testing::Contains("adapter: Linux has no preferred lifetime"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
