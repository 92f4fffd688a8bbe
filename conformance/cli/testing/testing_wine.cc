#include "conformance/cli/testing/testing_wine.h"

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "conformance/execution/implementation.h"
#include "conformance/execution/observe.h"
#include "conformance/implementations/process/process_transport.h"
#include "conformance/implementations/wine/make.h"
#include "conformance/implementations/wine/wine.h"

namespace netioconf::conformance::cli {
namespace {

// Wine starts slowly.
const implementations::process::ProcessOptions patient{.time_limit = std::chrono::minutes{2},
                                                       .start_limit = std::chrono::minutes{5}};

std::string number_file(const implementations::wine::WinePrefix& prefix) {
  return prefix.path() / "testee.number";
}

}  // namespace

std::string why_no_wine() {
  if (const auto wine = implementations::wine::Wine::find(); !wine) return wine.error();
  for (const char* program : {"windows_testee.exe", "driver_testee.exe"}) {
    const auto path = implementations::wine::wine_places().testees / program;
    if (!std::filesystem::exists(path)) return path.string() + " is not built";
  }
  return {};
}

void UnderWine::SetUp() {
  if (const std::string why = why_no_wine(); !why.empty()) GTEST_SKIP() << why;
}

const implementations::wine::WinePrefix& UnderWine::prefix() {
  if (!prefix_) {
    auto taken = implementations::wine::WinePrefix::take(*implementations::wine::Wine::find(),
                                                         implementations::wine::wine_places().prefixes);
    EXPECT_TRUE(taken) << taken.error();
    prefix_.emplace(*std::move(taken));
  }
  return *prefix_;
}

std::unique_ptr<execution::Implementation> UnderWine::started(const std::string& which) {
  const auto words =
      implementations::wine::wine_command(which, implementations::wine::wine_places(), prefix());
  EXPECT_TRUE(words) << words.error();
  auto transport = implementations::process::process_transport(*words, patient);
  EXPECT_TRUE(transport) << transport.error();
  return execution::implementation_of("wine:" + which, *std::move(transport));
}

std::expected<std::unique_ptr<implementations::Transport>, std::string> UnderWine::testee(
    const std::vector<std::string>& settings, const std::vector<std::string>& words) {
  // The shell keeps its process id when it becomes Wine.
  std::vector<std::string> command = {"sh", "-c", "echo $$ > \"$0\" && exec \"$@\"",
                                      number_file(prefix())};
  const auto in_prefix = prefix().command(settings, words);
  command.insert(command.end(), in_prefix.begin(), in_prefix.end());
  return implementations::process::process_transport(command, patient);
}

void UnderWine::kill_testee() {
  std::ifstream file{number_file(prefix())};
  pid_t number = 0;
  ASSERT_TRUE(file >> number);
  ASSERT_EQ(kill(number, SIGKILL), 0);
}

}  // namespace netioconf::conformance::cli
