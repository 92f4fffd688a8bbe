// Tests that every command has help with an example, and that README.md names every command.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;

std::vector<std::string> commands() {
  std::istringstream help{run_netioconf({"--help"}).out};
  std::vector<std::string> names;
  bool among_commands = false;
  for (std::string line; std::getline(help, line);) {
    if (line.starts_with("  ") && line.size() > 2 && line[2] != ' ' && among_commands) {
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    if (line.starts_with("Subcommands:")) among_commands = true;
  }
  return names;
}

std::string first_page() {
  std::ifstream file("README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(FirstPage, NamesEachCommand) {
  const std::vector<std::string> names = commands();
  EXPECT_GE(names.size(), 12U);
  for (const std::string& name : names) EXPECT_THAT(first_page(), HasSubstr("`netioconf " + name));
}

TEST(Help, HasAnExampleForEachCommand) {
  for (const std::string& name : commands()) {
    if (name == "campaign" || name == "scripts")
      continue;  // They have subcommands or their own program.
    EXPECT_THAT(run_netioconf({name, "--help"}).out, HasSubstr("Example: netioconf " + name));
  }
  for (const char* name : {"add", "format", "lint"}) {
    EXPECT_THAT(run_netioconf({"scripts", name, "--help"}).out,
                HasSubstr("Example: netioconf scripts " + std::string{name}));
  }
}

}  // namespace
}  // namespace netioconf::conformance::cli
