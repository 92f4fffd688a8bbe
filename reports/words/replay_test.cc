#include "reports/words/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::words {
namespace {

using ::testing::HasSubstr;

Invocation sample() {
  return {.program = "./my netioconf",
          .subcommand = "check",
          .arguments = {{.option = "--implementation", .value = "process:ssh host"},
                        {.option = "--scripts", .value = "a.textproto", .decides = Decides::scripts},
                        {.option = "--isolate", .value = std::nullopt},
                        {.option = "", .value = "a file", .decides = Decides::scripts},
                        {.option = "--out", .value = "out", .decides = Decides::output}}};
}

TEST(CommandLine, QuotesWordsAndLeavesOutWhatOnlyDecidesTheOutput) {
  EXPECT_EQ(command_line(sample()),
            "'./my netioconf' check --implementation 'process:ssh host' --scripts a.textproto --isolate "
            "'a file'");
}

TEST(CommandLine, OfOtherScriptsKeepsHowTheyAreJudged) {
  EXPECT_EQ(command_line(judged_in_the_same_way(sample(), "diff", {"emulated", "linux"}, {"b", "c"})),
            "'./my netioconf' diff --implementation emulated --implementation linux --scripts b "
            "--scripts c --isolate");
}

TEST(TheReplayCommand, NamesTheScriptTheProfileAndTheOptions) {
  Report report = sample_report();
  report.profile = oracle::readings::Profile::windows;
  report.implementation = "process:ssh host";
  report.invocation.arguments = {{.option = "--implementation", .value = "process:ssh host"},
                                 {.option = "--profile", .value = "windows"},
                                 {.option = "--time-limit", .value = "300ms"}};
  const ScriptResult& script = report.scripts[0];
  EXPECT_EQ(
      replay_command(report, script, script.judgement.findings[0]),
      "netioconf check --implementation 'process:ssh host' --scripts "
      "corpora/scripts/route.lifetimes/preferred_above_valid.textproto --profile windows --time-limit "
      "300ms");
}

TEST(TheReplayCommand, RunsTheScriptsThatAreContradictedFirst) {
  const Report report = sample_report();
  const ScriptResult& script = report.scripts[1];
  EXPECT_THAT(replay_command(report, script, script.judgement.findings[1]),
              HasSubstr(" --scripts corpora/scripts/route.duplicate/only_the_metric_differs.textproto "
                        "--scripts corpora/scripts/route.duplicate/second_next_hop.textproto "));
}

TEST(TheReplayCommand, NamesAScriptThatContradictsItselfOnce) {
  const Report report = sample_report();
  oracle::Finding finding;
  finding.contradicts = {{"duplicate-key", "", "prefix", report.scripts[0].name, 0},
                         {"host-bits", "", "kept", report.scripts[0].name, 1}};
  EXPECT_EQ(replay_command(report, report.scripts[0], finding),
            replay_command(report, report.scripts[0], oracle::Finding{}));
}

TEST(TheReplayCommand, IsTheWholeRunWhereAScriptIsInNoFile) {
  Report report = sample_report();
  oracle::Finding finding;
  finding.contradicts = {{"duplicate-key", "", "prefix", "sweep-3", 0}};
  EXPECT_EQ(replay_command(report, report.scripts[0], finding), report.command);
  report.scripts[0].path.clear();
  EXPECT_EQ(replay_command(report, report.scripts[0], oracle::Finding{}), report.command);
}

}  // namespace
}  // namespace netioconf::reports::words
