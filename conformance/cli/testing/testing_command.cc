#include "conformance/cli/testing/testing_command.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "conformance/cli/command_line.h"

// Some mutants return tables that cannot be read. Such a table is never freed. The other tests detect
// leaks of our own.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }

namespace netioconf::conformance::cli {

Ran run_netioconf(const std::vector<std::string>& arguments) {
  std::vector<const char*> argv = {"netioconf"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  // A slow machine would show how far a run is, in what the tests compare. A test may want that.
  constexpr int keep = 0;
  setenv("NETIOCONF_PROGRESS_INTERVAL", "0", keep);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Ran ran;
  ran.status = run_command_line(static_cast<int>(argv.size()), argv.data());
  ran.out = testing::internal::GetCapturedStdout();
  ran.error = testing::internal::GetCapturedStderr();
  return ran;
}

std::vector<std::string> arguments_in(const std::string& command) {
  std::istringstream words{command};
  return {std::next(std::istream_iterator<std::string>{words}), {}};
}

nlohmann::ordered_json report_in(const std::string& folder) {
  return nlohmann::ordered_json::parse(content_of(folder + "/report.json"));
}

namespace {

nlohmann::ordered_json report_without_command(const std::string& folder) {
  nlohmann::ordered_json report = report_in(folder);
  report.erase("command");
  report.erase("partial");
  return report;
}

}  // namespace

std::string findings_in(const std::string& folder) { return report_without_command(folder).dump(1); }

nlohmann::ordered_json findings_of(const std::string& implementation, const std::string& scripts) {
  const std::string folder = scratch_folder(fmt::format("findings-{}", getpid()));
  // A call may take long on a slow machine.
  std::vector<std::string> arguments = {"check", "--implementation", implementation, "--out",
                                        folder,  "--time-limit",     "60s"};
  if (!scripts.empty()) arguments.insert(arguments.end(), {"--scripts", scripts});
  const Ran ran = run_netioconf(arguments);
  EXPECT_EQ(ran.error, "");
  nlohmann::ordered_json report = report_without_command(folder);
  std::filesystem::remove_all(folder);
  report.erase("implementation");
  for (auto& script : report.at("scripts")) script.erase("replay");
  return report;
}

testing::AssertionResult same(const nlohmann::ordered_json& one, const nlohmann::ordered_json& other) {
  if (one == other) return testing::AssertionSuccess();
  return testing::AssertionFailure() << nlohmann::ordered_json::diff(other, one).dump(1).substr(0, 4000);
}

std::string scratch_folder(const std::string& name) {
  // Tests run in parallel, each in its own process.
  const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
  std::string owner = std::string{test.test_suite_name()} + "." + test.name();
  std::ranges::replace(owner, '/', '-');
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("netioconf-" + owner + "-" + name);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder.string();
}

}  // namespace netioconf::conformance::cli
