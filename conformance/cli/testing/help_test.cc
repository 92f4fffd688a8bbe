// Tests that every command has help with an example, that README.md names every command, and that the
// manual pages and completions made of the help work.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
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

std::string first_page() {
  std::ifstream file("README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(FirstPage, NamesEachCommand) {
  const std::vector<std::string> names = commands();
  EXPECT_GE(names.size(), 12U);
  for (const std::string& name : names) EXPECT_THAT(first_page(), HasSubstr("`netioconf " + name));
}

// The lines of the first page that are indented as a sample and begin with this word, up to an empty
// one.
std::string sample_that_begins_with(const std::string& word) {
  std::istringstream page{first_page()};
  std::string sample;
  for (std::string line; std::getline(page, line);) {
    const bool is_in_it = !sample.empty() || line.starts_with("    " + word);
    if (is_in_it && line.empty()) return sample;
    if (is_in_it) sample += line.substr(4) + "\n";
  }
  return sample;
}

std::vector<std::string> arguments_of(const std::string& command) {
  std::istringstream words{command};
  return {std::istream_iterator<std::string>{words}, {}};
}

TEST(FirstPage, ShowsWhatTheCommandPrints) {
  const std::string sample = sample_that_begins_with("DEVIATES");
  const std::string program = "build/release/netioconf ";
  const std::size_t begin = first_page().find("`" + program) + 1;
  const std::string command = first_page().substr(begin, first_page().find('`', begin) - begin);
  EXPECT_THAT(sample, HasSubstr("  replay    " + command + "\n"));
  std::string expected = sample;
  expected.replace(expected.find(program), program.size(), "netioconf ");
  EXPECT_THAT(run_netioconf(arguments_of(command.substr(program.size()))).out,
              testing::StartsWith(expected));
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
