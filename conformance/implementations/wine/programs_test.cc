#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "conformance/implementations/wine/make.h"
#include "conformance/implementations/wine/prefix.h"

namespace netioconf::conformance::implementations::wine {
namespace {

struct Ended {
  int status = -1;
  std::string output;
};

Ended ended(const std::vector<std::string>& words) {
  std::string command = "timeout 120";
  for (const std::string& word : words) command += " '" + word + "'";
  Ended result;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> part{};
  while (fgets(part.data(), part.size(), pipe) != nullptr) result.output += part.data();
  result.status = pclose(pipe);
  return result;
}

// Programs for Windows that use a DLL of the emulator, each in the folder of its DLL.
class ProgramUnderWine : public testing::Test {
 protected:
  void SetUp() override {
    if (const auto wine = Wine::find(); !wine) GTEST_SKIP() << wine.error();
  }

  // Skips the test if the program is not built. `network` is that of WinePrefix::take.
  void run(const std::string& program, const std::vector<std::string>& network,
           const std::vector<std::string>& settings = {}, const std::vector<std::string>& words = {}) {
    const WinePlaces places = wine_places();
    const std::filesystem::path path = places.testees / program;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not built (windows_testees)";
    const auto prefix = WinePrefix::take(*Wine::find(), places.prefixes, network);
    ASSERT_TRUE(prefix) << prefix.error();
    std::vector<std::string> all_settings = {"WINEDLLOVERRIDES=iphlpapi=n,b"};
    all_settings.insert(all_settings.end(), settings.begin(), settings.end());
    std::vector<std::string> all_words = {path.string()};
    all_words.insert(all_words.end(), words.begin(), words.end());
    ended_ = ended(prefix->command(all_settings, all_words));
  }

  Ended ended_;
};

using ForwardingDll = ProgramUnderWine;
using ClientsOfTheEmulator = ProgramUnderWine;

TEST_F(ForwardingDll, HasTheRoutesOfTheEmulatorAndTheLinksOfTheSystem) {
  run("forwarding/forwarding_check.exe", {wine_places().network.string()});
  if (IsSkipped()) return;
  EXPECT_EQ(ended_.status, 0) << ended_.output;
}

// They run on this system too, as the test netioemu.clients.
TEST_F(ClientsOfTheEmulator, AreServedAsOnWindows) {
  run("emulated/netioemu_clients.exe", {});
  if (IsSkipped()) return;
  EXPECT_EQ(ended_.status, 0) << ended_.output;
}

TEST_F(ClientsOfTheEmulator, FailWhereCallbacksRunOnTheWrongThread) {
  run("emulated/netioemu_clients.exe", {}, {"NETIOEMU_CALLBACKS=caller"}, {"callbacks"});
  if (IsSkipped()) return;
  EXPECT_NE(ended_.status, 0);
  EXPECT_THAT(ended_.output, testing::HasSubstr("callbacks: got 0, expected 1"));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::wine
