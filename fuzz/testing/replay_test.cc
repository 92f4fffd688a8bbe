// The targets as programs of this build: inputs that an engine found elsewhere reproduce.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

#include "corpora/files/temporary_folder.h"
#include "corpora/text/text.h"
#include "fuzz/testing/scripts.h"
#include "reports/words/escape.h"

namespace netioconf::fuzz {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const fs::path& build_folder() {
  static const fs::path folder = BUILD_FOLDER;
  return folder;
}

std::vector<std::string> targets() {
  std::ifstream file(build_folder() / "fuzzers.txt");
  return {std::istream_iterator<std::string>(file), {}};
}

struct Ran {
  int status = 0;  // as a shell reports it
  std::string said;
};

Ran run(const std::string& command) {
  Ran ran;
  FILE* const pipe = popen(("( " + command + " ) 2>&1").c_str(), "r");
  std::array<char, 4096> piece;
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), pipe)) {
    ran.said.append(piece.data(), count);
  }
  const int status = pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ran;
}

std::string program(const std::string& target) { return build_folder() / target; }

std::string rest_of_line(const std::string& text, std::string_view begin) {
  const std::size_t place = text.find(begin);
  if (place == std::string::npos) return "";
  const std::size_t from = place + begin.size();
  return text.substr(from, text.find('\n', from) - from);
}

oracle::Script a_duplicate() {
  oracle::Script script = a_created_route();
  script.operations.push_back(script.operations.front());
  return script;
}

class EveryTarget : public testing::TestWithParam<std::string> {};

TEST_P(EveryTarget, IsInTheTable) {
  EXPECT_THAT(corpora::files::content_of("fuzz/targets/README.md"),
              HasSubstr("| `" + GetParam() + "` | "));
}

TEST_P(EveryTarget, ReplaysWhatIsRight) {
  std::string command = reports::words::shell_word(program(GetParam())) + " fuzz/README.md";
  const fs::path seeds = build_folder() / "seeds" / GetParam();
  std::size_t count = 0;
  if (fs::exists(seeds)) {
    for (const auto& seed : fs::directory_iterator(seeds)) {
      if (++count < 20) command += " " + reports::words::shell_word(seed.path().string());
    }
  }
  const Ran ran = run(command);
  EXPECT_EQ(ran.status, 0) << ran.said;
  EXPECT_THAT(ran.said, HasSubstr("README.md"));
  EXPECT_THAT(ran.said, Not(HasSubstr("ASSERTION FAILED")));
}

INSTANTIATE_TEST_SUITE_P(Of, EveryTarget, testing::ValuesIn(targets()),
                         [](const auto& each) { return each.param; });

struct Find {
  std::string name;
  std::string target;
  std::string environment;
  std::string input;
  std::string first_line;  // its beginning; empty: no report
};

class AFinding : public testing::TestWithParam<Find> {};

TEST_P(AFinding, IsShownAgainByItsFile) {
  const corpora::files::TemporaryFolder scratch;
  const std::string input = scratch.put("what was found", GetParam().input);
  const Ran ran = run(GetParam().environment + " " + program(GetParam().target) + " " +
                      reports::words::shell_word(input));
  EXPECT_NE(ran.status, 0);
  EXPECT_NE(ran.status, 2) << "could not run";
  if (GetParam().first_line.empty()) return;
  EXPECT_THAT(ran.said, HasSubstr("ASSERTION FAILED: " + GetParam().first_line)) << ran.said;

  const std::string repeat = rest_of_line(ran.said, "  repeat    ");
  EXPECT_THAT(repeat, HasSubstr(GetParam().environment));
  const Ran again = run(repeat);
  EXPECT_EQ(again.status, ran.status);
  EXPECT_EQ(rest_of_line(again.said, "ASSERTION FAILED: "),
            rest_of_line(ran.said, "ASSERTION FAILED: "));
}

std::string binary(const oracle::Script& script) {
  const auto bytes = binary_form(script);
  return {bytes.begin(), bytes.end()};
}

std::string text(const oracle::Script& script) {
  return corpora::text::print(corpora::codec::encode(script));
}

const std::string faulty = "NETIOCONF_IMPLEMENTATION=mutant:duplicate-accepted";
const std::string faulty_beside_right =
    "NETIOCONF_IMPLEMENTATION=emulated NETIOCONF_OTHER=mutant:duplicate-accepted";

INSTANTIATE_TEST_SUITE_P(Of, AFinding,
                         testing::Values(Find{"Canary", "canary_fuzzer", "", "cry", ""},
                                         Find{"Script", "library_fuzzer", faulty, binary(a_duplicate()),
                                              "route.duplicate"},
                                         Find{"ScriptAsText", "library_fuzzer", faulty,
                                              text(a_duplicate()), "route.duplicate"},
                                         Find{"Difference", "diff_fuzzer", faulty_beside_right,
                                              binary(a_duplicate()), "route.duplicate"},
                                         Find{"DifferenceAsText", "diff_fuzzer", faulty_beside_right,
                                              text(a_duplicate()), "route.duplicate"}),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace netioconf::fuzz
