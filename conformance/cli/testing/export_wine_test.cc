#include <gtest/gtest.h>

#include <filesystem>
#include <optional>

#include "conformance/cli/testing/export_testing.h"
#include "conformance/cli/testing/testing_command.h"
#include "conformance/implementations/wine/make.h"
#include "conformance/implementations/wine/prefix.h"
#include "reports/words/escape.h"

namespace netioconf::conformance::cli {
namespace {

// Programs that mingw-w64 builds with its own headers. They run under Wine with the emulator, with
// mutants, as iphlpapi.dll in the same folder.
class ExportedCOnWine : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path dll = NETIOCONF_WINDOWS "/mutated/iphlpapi.dll";
    if (!has_program("x86_64-w64-mingw32-gcc")) GTEST_SKIP() << "mingw-w64 is not installed";
    if (!std::filesystem::exists(dll)) GTEST_SKIP() << dll << " is not built (target windows_testees)";
    const auto wine = implementations::wine::Wine::find();
    if (!wine) GTEST_SKIP() << wine.error();
    auto prefix =
        implementations::wine::WinePrefix::take(*wine, implementations::wine::wine_places().prefixes);
    ASSERT_TRUE(prefix) << prefix.error();
    prefix_.emplace(*std::move(prefix));
    std::filesystem::copy(dll, folder_ + "/iphlpapi.dll");
  }

  ProgramOutput built(const std::string& name, const std::string& rest) const {
    return output_of("x86_64-w64-mingw32-gcc -Wall -Wextra -Werror " + rest + " '" + folder_ + "/" +
                     name + ".c' -o '" + folder_ + "/" + name + ".exe' -liphlpapi");
  }
  ProgramOutput ran(const std::string& setting, const std::vector<std::string>& words) const {
    std::string command = "cd '" + folder_ + "' && timeout 120";
    const std::vector<std::string> settings = {"WINEDLLOVERRIDES=iphlpapi=n", setting,
                                               "NETIOEMU_CALLBACKS=caller"};
    for (const std::string& word : prefix_->command(settings, words))
      command += " " + reports::words::shell_word(word);
    return output_of(command);
  }

  const std::string folder_ = scratch_folder("wine");
  std::optional<implementations::wine::WinePrefix> prefix_;
};

TEST_F(ExportedCOnWine, SaysByItsExitStatusWhetherItDeviates) {
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "c", "--out", folder_ + "/one.c"}).status, 0);
  const ProgramOutput made = built("one", "");
  ASSERT_EQ(made.status, 0) << made.text;
  const ProgramOutput conforming = ran("NETIOEMU_PERSONALITY=common", {"one.exe"});
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  const ProgramOutput deviating = ran("NETIOEMU_MUTANT=duplicate-accepted", {"one.exe"});
  EXPECT_EQ(deviating.status, 1) << deviating.text;
}

TEST_F(ExportedCOnWine, AgreesWithTheJudge) {
  const auto all = some_reproductions();
  ASSERT_GT(all.size(), 100U);
  write(folder_ + "/all.c", c_program_of(all));
  const ProgramOutput made = built("all", "-O0 -Wno-unused-function");
  ASSERT_EQ(made.status, 0) << made.text;
  for (const auto& [name, environment] : emulators()) {
    const ProgramOutput done = ran(environment, {"all.exe", "ends"});
    EXPECT_EQ(done.status, 0) << done.text;
    EXPECT_EQ(ends_in(text_of(folder_ + "/ends")), judged_ends(name, all)) << name;
  }
}

}  // namespace
}  // namespace netioconf::conformance::cli
