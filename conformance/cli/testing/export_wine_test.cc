#include <gmock/gmock.h>
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

using testing::AllOf;
using testing::HasSubstr;

// Programs that mingw-w64 builds with its own headers, under Wine.
class ExportedOnWine : public testing::Test {
 protected:
  explicit ExportedOnWine(std::vector<std::string> network = {}) : network_{std::move(network)} {}

  void SetUp() override {
    if (!has_program("x86_64-w64-mingw32-gcc")) GTEST_SKIP() << "mingw-w64 is not installed";
    if (!std::filesystem::exists(emulator_)) {
      GTEST_SKIP() << emulator_ << " is not built (target windows_testees)";
    }
    const auto wine = implementations::wine::Wine::find();
    if (!wine) GTEST_SKIP() << wine.error();
    auto prefix = implementations::wine::WinePrefix::take(
        *wine, implementations::wine::wine_places().prefixes, network_);
    ASSERT_TRUE(prefix) << prefix.error();
    prefix_.emplace(*std::move(prefix));
  }

  ProgramOutput ran(const std::vector<std::string>& settings,
                    const std::vector<std::string>& words) const {
    std::string command = "cd '" + folder_ + "' && timeout 120";
    for (const std::string& word : prefix_->command(settings, words))
      command += " " + reports::words::shell_word(word);
    return output_of(command);
  }
  // With the emulator, with mutants, as iphlpapi.dll in the same folder.
  ProgramOutput ran_on_emulator(std::vector<std::string> settings,
                                const std::vector<std::string>& words) const {
    std::filesystem::copy(emulator_, folder_ + "/iphlpapi.dll",
                          std::filesystem::copy_options::overwrite_existing);
    settings.insert(settings.end(), {"WINEDLLOVERRIDES=iphlpapi=n", "NETIOEMU_CALLBACKS=caller"});
    return ran(settings, words);
  }

  const std::string folder_ = scratch_folder("wine");

 private:
  const std::vector<std::string> network_;
  const std::filesystem::path emulator_ = NETIOCONF_WINDOWS "/mutated/iphlpapi.dll";
  std::optional<implementations::wine::WinePrefix> prefix_;
};

class ExportedCOnWine : public ExportedOnWine {
 protected:
  ProgramOutput built(const std::string& name, const std::string& rest) const {
    return output_of("x86_64-w64-mingw32-gcc -Wall -Wextra -Werror " + rest + " '" + folder_ + "/" +
                     name + ".c' -o '" + folder_ + "/" + name + ".exe' -liphlpapi");
  }
};

TEST_F(ExportedCOnWine, SaysByItsExitStatusWhetherItDeviates) {
  ASSERT_EQ(run_netioconf({"export", duplicate, "--as", "c", "--out", folder_ + "/one.c"}).status, 0);
  const ProgramOutput made = built("one", "");
  ASSERT_EQ(made.status, 0) << made.text;
  const ProgramOutput conforming = ran_on_emulator({"NETIOEMU_PERSONALITY=common"}, {"one.exe"});
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  const ProgramOutput deviating = ran_on_emulator({"NETIOEMU_MUTANT=duplicate-accepted"}, {"one.exe"});
  EXPECT_EQ(deviating.status, 1) << deviating.text;
}

TEST_F(ExportedCOnWine, AgreesWithTheJudge) {
  const auto all = some_reproductions();
  ASSERT_GT(all.size(), 100U);
  write(folder_ + "/all.c", c_program_of(all));
  const ProgramOutput made = built("all", "-O0 -Wno-unused-function");
  ASSERT_EQ(made.status, 0) << made.text;
  for (const auto& [name, environment] : emulators()) {
    const ProgramOutput done = ran_on_emulator({environment}, {"all.exe", "ends"});
    EXPECT_EQ(done.status, 0) << done.text;
    EXPECT_EQ(ends_in(content_of(folder_ + "/ends")), judged_ends(name, all)) << name;
  }
}

// A file in the conventions of Wine's tests is built against our stand-in for wine/test.h and runs under
// Wine: with the emulator as iphlpapi.dll, and with Wine's own.
class ExportedWinetest : public ExportedOnWine {
 protected:
  ExportedWinetest()
      : ExportedOnWine{std::vector{implementations::wine::wine_places().network.string()}} {}

  // Exports the scripts that answer under Wine and some that need more, and builds the program.
  void build(const std::vector<std::string>& options = {}) {
    std::vector<std::string> words = {"export"};
    for (const char* rule :
         {"route.duplicate", "route.lifetimes", "best-route.missing", "best-route.link-known",
          "notify.family", "notify.initial", "route-table.empty", "clock.expiry", "anycast.duplicate",
          "route-table.null-table"}) {
      words.push_back(std::string{"corpora/scripts/"} + rule);
    }
    if (every_export()) words.emplace_back("corpora/scripts");
    words.insert(words.end(), {"--as", "winetest", "--out", folder_ + "/netioconf.c"});
    words.insert(words.end(), options.begin(), options.end());
    const Ran exported = run_netioconf(words);
    ASSERT_EQ(exported.status, 0) << exported.error;
    EXPECT_THAT(exported.error, HasSubstr("netioconf: left out "));
    const ProgramOutput built =
        output_of("x86_64-w64-mingw32-gcc -O0 -Wall -Wextra -Werror -I conformance/export '" + folder_ +
                  "/netioconf.c' -o '" + folder_ + "/netioconf_test.exe' -liphlpapi");
    ASSERT_EQ(built.status, 0) << built.text;
  }
  ProgramOutput on_emulator(const std::string& setting, const std::string& platform = "windows") const {
    return ran_on_emulator({"WINETEST_PLATFORM=" + platform, setting}, {"netioconf_test.exe"});
  }
  // On the links of a network of its own.
  ProgramOutput on_wine() const {
    return ran({}, {"netioconf_test.exe", "netioconf", "2", "3", "4", "5"});
  }
};

TEST_F(ExportedWinetest, HoldsForTheEmulatorAndNotForAMutant) {
  build();
  const ProgramOutput conforming = on_emulator("NETIOEMU_PERSONALITY=common");
  EXPECT_EQ(conforming.status, 0) << conforming.text;
  EXPECT_THAT(conforming.text, HasSubstr("(0 marked as todo, 0 failures), 0 skipped."));
  const ProgramOutput deviating = on_emulator("NETIOEMU_MUTANT=duplicate-accepted");
  EXPECT_NE(deviating.status, 0);
  EXPECT_THAT(
      deviating.text,
      AllOf(HasSubstr("Test failed: route.duplicate/same_again: step 3: this status is not allowed "
                      "(allowed object_already_exists, observed success, 0)"),
            testing::Not(HasSubstr("Test failed: route.lifetimes"))));
}

TEST_F(ExportedWinetest, MarksTheKnownDeviationsOfWine) {
  build();
  const ProgramOutput marked = on_wine();
  EXPECT_EQ(marked.status, 0) << marked.text;
  EXPECT_THAT(marked.text,
              AllOf(HasSubstr("Test marked todo: best-route.missing/"),
                    HasSubstr("Test marked todo: notify.family/"),
                    HasSubstr("Test marked todo: notify.initial/"),
                    HasSubstr("Test marked todo: route.lifetimes/"), HasSubstr(" 0 failures)")));
  build({"--known", "none"});
  const ProgramOutput unmarked = on_wine();
  EXPECT_NE(unmarked.status, 0);
  EXPECT_THAT(unmarked.text, HasSubstr("Test failed: notify.family/"));
}

TEST_F(ExportedWinetest, NamesTheKnownDeviationsThatDidNotOccur) {
  build();
  const ProgramOutput as_wine = on_emulator("NETIOEMU_PERSONALITY=common", "wine");
  EXPECT_EQ(as_wine.status, 0);
  EXPECT_THAT(as_wine.text,
              AllOf(HasSubstr("did not occur: NotifyRouteChange2: Wine 8 checks no argument"),
                    testing::Not(HasSubstr("Test failed"))));
}

TEST(Winetest, NeedsAScriptThatAProgramCanExpress) {
  const Ran ran = run_netioconf({"export", "clock.expiry/long", "--as", "winetest"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.error, HasSubstr("it cannot be exported as winetest: a program moves no clock"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
