#include "reports/words/replay.h"

#include <gtest/gtest.h>

namespace netioconf::reports::words {
namespace {

Invocation sample() {
  return {.program = "./my netioconf",
          .subcommand = "check",
          .arguments = {{.option = "--implementation", .value = "process:ssh host"},
                        {.option = "--scripts", .value = "a.textproto", .decides = Decides::scripts},
                        {.option = "--isolate"},
                        {.value = "a file", .decides = Decides::scripts},
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
  Report report;
  report.set_implementation("process:ssh host");
  Invocation invocation;
  invocation.arguments = {{.option = "--implementation", .value = "process:ssh host"},
                          {.option = "--profile", .value = "windows"},
                          {.option = "--time-limit", .value = "300ms"}};
  EXPECT_EQ(replay_command(report, invocation, {{"a/b", "a/b.textproto"}}),
            "netioconf check --implementation 'process:ssh host' --scripts a/b.textproto --profile "
            "windows --time-limit 300ms");
}

}  // namespace
}  // namespace netioconf::reports::words
