#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include "conformance/implementations/wine/make.h"
#include "conformance/implementations/wine/prefix.h"

namespace netioconf::conformance::implementations::wine {
namespace {

struct Ended {
  int status = -1;
  std::string output;
};

Ended run(const std::vector<std::string>& words) {
  std::string command = "timeout 120";
  for (const std::string& word : words) command += " '" + word + "'";
  Ended ended;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> part{};
  while (fgets(part.data(), part.size(), pipe) != nullptr) ended.output += part.data();
  ended.status = pclose(pipe);
  return ended;
}

// A program that uses functions of the emulator and of Wine, next to the DLL that forwards.
TEST(ForwardingDll, HasTheRoutesOfTheEmulatorAndTheLinksOfTheSystem) {
  const WinePlaces places = wine_places();
  const std::filesystem::path program = places.testees / "forwarding" / "forwarding_check.exe";
  if (!std::filesystem::exists(program)) GTEST_SKIP() << program << " is not built (windows_testees)";
  const auto wine = Wine::find();
  if (!wine) GTEST_SKIP() << wine.error();
  const auto prefix = WinePrefix::take(*wine, places.prefixes, {places.network.string()});
  ASSERT_TRUE(prefix) << prefix.error();
  const Ended ended = run(prefix->command({"WINEDLLOVERRIDES=iphlpapi=n,b"}, {program.string()}));
  EXPECT_EQ(ended.status, 0) << ended.output;
}

}  // namespace
}  // namespace netioconf::conformance::implementations::wine
