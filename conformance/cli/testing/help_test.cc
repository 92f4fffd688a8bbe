// Tests that every command has help with an example, that the page of the commands names every one, and
// that the manual pages and completions made of the help work.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "conformance/cli/testing/export_testing.h"
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

std::string page_of_the_commands() { return content_of("conformance/cli/README.md"); }

TEST(ThePageOfTheCommands, NamesEachCommand) {
  const std::vector<std::string> names = commands();
  EXPECT_GE(names.size(), 12U);
  for (const std::string& name : names) {
    EXPECT_THAT(page_of_the_commands(), HasSubstr("`netioconf " + name));
  }
}

TEST(TheVersion, NamesCommitAndCatalogue) {
  EXPECT_THAT(run_netioconf({"--version"}).out,
              testing::MatchesRegex("netioconf [0-9]+\\.[0-9]+\\.[0-9]+\ncommit     [^\n]+\n"
                                    "catalogue  [0-9a-f]+: [0-9]+ rules, [0-9]+ readings\n"
                                    "report     format [0-9]+\n"));
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

class Manual : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(run_netioconf({"manual", "--out", folder_}).status, 0); }
  // What bash offers for the last of these words.
  std::string completed(const std::string& words) const {
    return output_of("bash -c '. " + folder_ + "/bash-completion/completions/netioconf; COMP_WORDS=(" +
                     words +
                     "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _netioconf; echo \"${COMPREPLY[@]}\"'")
        .text;
  }

  const std::string folder_ = scratch_folder("manual");
};

TEST_F(Manual, CompletesInBash) {
  EXPECT_EQ(completed("netioconf exp"), "explain export\n");
  EXPECT_EQ(completed("netioconf export x --as \"\""), "c gtest powershell ip winetest textproto\n");
  EXPECT_EQ(completed("netioconf scripts f"), "format\n");
  EXPECT_EQ(completed("netioconf scripts add --i"), "--idea\n");
  EXPECT_EQ(completed("netioconf check --out \"\""), "\n") << "bash offers files then";
}

TEST_F(Manual, HasPagesThatManCanShow) {
  if (!has_program("groff")) GTEST_SKIP() << "groff is not installed";
  const ProgramOutput shown = output_of("groff -man -Tascii -ww " + folder_ +
                                        "/man/man1/netioconf-check.1 | sed 's/\\x1b\\[[0-9]*m//g'");
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.text, HasSubstr("--implementation"));
  EXPECT_THAT(shown.text, testing::Not(HasSubstr("warning")));
}

TEST_F(Manual, IsValidForZshAndFish) {
  if (!has_program("zsh") && !has_program("fish")) GTEST_SKIP() << "neither zsh nor fish is installed";
  if (has_program("zsh")) {
    EXPECT_EQ(output_of("zsh -n " + folder_ + "/zsh/site-functions/_netioconf").text, "");
  }
  if (has_program("fish")) {
    EXPECT_EQ(output_of("fish -n " + folder_ + "/fish/vendor_completions.d/netioconf.fish").text, "");
  }
}

}  // namespace
}  // namespace netioconf::conformance::cli
