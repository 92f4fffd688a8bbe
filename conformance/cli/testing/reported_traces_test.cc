#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/execution/implementation.h"
#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "corpora/text/loader.h"
#include "oracle/engine/judge.h"
#include "oracle/words/describe.h"

// What people report of Windows: corpora/traces/reported/README.md.
namespace netioconf::conformance::cli {
namespace {

namespace fs = std::filesystem;

const fs::path traces = "corpora/traces";

std::vector<fs::path> traces_in(const fs::path& folder) {
  std::vector<fs::path> files = corpora::files::files_below(folder).value();
  std::erase_if(files, [](const fs::path& file) { return file.extension() != ".textproto"; });
  return files;
}

Ran judged(const fs::path& path, const std::string& profile) {
  return run_netioconf({"judge", path.string(), "--profile", profile, "--known", "none"});
}

TEST(TheReportedTraces, ConformTogetherAndEachAlone) {
  EXPECT_EQ(judged(traces / "reported", "windows").status, 0);
  for (const fs::path& file : traces_in(traces / "reported")) {
    const Ran ran = judged(file, "windows");
    EXPECT_EQ(ran.status, 0) << file << ran.out;
    EXPECT_THAT(ran.out, testing::HasSubstr("0 undecided, 0 skipped")) << file;
  }
}

TEST(TheReportedTraces, ContradictThePages) {
  EXPECT_EQ(judged(traces / "reported", "documented").status, 1);
}

TEST(TheContestedTraces, ConformEachAlone) {
  const std::vector<fs::path> files = traces_in(traces / "contested");
  EXPECT_FALSE(files.empty());
  for (const fs::path& file : files) EXPECT_EQ(judged(file, "windows").status, 0) << file;
}

// A line of the table: a script, and the answer to a question that it shows.
struct Shown {
  std::string script;
  std::string question;
  std::string subject;
  std::string answer;
};

std::vector<Shown> table_of(const fs::path& page) {
  static const std::regex line(
      R"(\| `w[^|]*\|[^|]*\|[^|]*\| `([^`]+)` \| ([a-z0-9-]+)(?: \(([^)]*)\))?: (\S+) \|)");
  const std::string text = corpora::files::read_file(page).value();
  std::vector<Shown> shown;
  for (std::sregex_iterator found(text.begin(), text.end(), line), end; found != end; ++found) {
    const std::smatch& cells = *found;
    shown.push_back({cells[1], cells[2], cells[3], cells[4]});
  }
  return shown;
}

oracle::Trace observed_on_windows(const std::string& script) {
  const auto implementation = execution::make_implementation("emulated:windows", {});
  const auto loaded = corpora::text::load_scripts(repository::script_path(script));
  return (*implementation)->observe(loaded.value().front().script);
}

std::vector<std::string> followed_on_windows(const Shown& shown) {
  oracle::engine::Judge judge{oracle::readings::Profile::windows};
  (void)judge.judge(observed_on_windows(shown.script));
  for (const oracle::Followed& followed : judge.followed()) {
    if (followed.question == shown.question && followed.subject == shown.subject)
      return followed.answers;
  }
  return {};
}

TEST(TheReportedTraces, ShowWhatTheEmulatorDoesAsWindows) {
  const std::vector<Shown> table = table_of(traces / "reported" / "README.md");
  EXPECT_GE(table.size(), 15U);
  for (const Shown& shown : table)
    EXPECT_THAT(followed_on_windows(shown), testing::ElementsAre(shown.answer)) << shown.script;
}

// The lines with a script and a phrase of its replies.
TEST(TheReportedTraces, ShowHowTheEmulatorRepliesAsWindows) {
  static const std::regex line(R"(\| `([^`]+)` \| replies with `([^`]+)` \|)");
  const std::string text = corpora::files::read_file(traces / "reported" / "README.md").value();
  std::size_t lines = 0;
  for (std::sregex_iterator found(text.begin(), text.end(), line), end; found != end; ++found) {
    std::string replies;
    for (const oracle::Step& step : observed_on_windows((*found)[1]).steps)
      replies += oracle::words::describe(step.reply, oracle::call_of(step.operation)) + "\n";
    EXPECT_THAT(replies, testing::HasSubstr((*found)[2])) << (*found)[1];
    ++lines;
  }
  EXPECT_EQ(lines, 5U);
}

// A line of the other table: a trace, and the rule that it breaks.
TEST(TheContradictingTraces, DeviateByTheRulesOfTheirLines) {
  static const std::regex line(R"(\| `([^`]+)` \|[^|]*\|[^|]*\| `([^`]+)` \|)");
  const std::string text = corpora::files::read_file(traces / "contradicting" / "README.md").value();
  std::size_t lines = 0;
  for (std::sregex_iterator found(text.begin(), text.end(), line), end; found != end; ++found) {
    const fs::path file = traces / "contradicting" / ((*found)[1].str() + ".trace.textproto");
    const Ran ran = judged(file, "windows");
    EXPECT_EQ(ran.status, 1) << file;
    EXPECT_THAT(ran.out, testing::HasSubstr("DEVIATES  " + (*found)[2].str() + ":")) << file;
    ++lines;
  }
  EXPECT_EQ(lines, traces_in(traces / "contradicting").size());
}

// No implementation of that name can be here, so it cannot be called again.
TEST(ATraceFromElsewhere, IsRepeatedByJudgingItAgain) {
  const std::string file = scratch_folder("elsewhere") + "/x.trace.textproto";
  ASSERT_TRUE(corpora::files::write_file(file, R"(implementation: "mine"
script: "x"
host { links { luid: 0x6000001000000 index: 12 } }
steps {
  operation { create_route { row { to: "198.51.100.0/24" via: "192.0.2.1" site_prefix_length: 33 } } }
  reply { }
})"));
  const Ran ran = run_netioconf({"judge", file});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, testing::HasSubstr("netioconf judge " + file + "\n"));
  EXPECT_THAT(ran.out, testing::Not(testing::HasSubstr("--implementation mine")));
}

}  // namespace
}  // namespace netioconf::conformance::cli
