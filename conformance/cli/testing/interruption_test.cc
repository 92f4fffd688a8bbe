#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <string.h>

#include <thread>

#include "conformance/cli/testing/testing_command.h"
#include "conformance/implementations/child/interruption.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using std::chrono::milliseconds;

// Runs a command that would take days, and sends the signal to this process after a moment.
Ran interrupted_by(int number, const std::vector<std::string>& arguments,
                   milliseconds moment = milliseconds{500}) {
  implementations::child::note_interruptions();  // in case the signal comes before the command begins
  std::jthread sender{[=] {
    std::this_thread::sleep_for(moment);
    kill(getpid(), number);
  }};
  Ran ran = run_netioconf(arguments);
  implementations::child::forget_interruptions();
  return ran;
}

TEST(AnInterruptedRecording, SaysThatItIsNotComplete) {
  const std::string file = scratch_folder("interrupted") + "/x.traces.gz";
  Ran ran;
  // A slow machine needs longer until it has recorded a step.
  for (milliseconds moment{500}; ran.status != 128 + SIGINT; moment *= 2) {
    ASSERT_LT(moment, std::chrono::minutes{5}) << ran.error;
    ran = interrupted_by(
        SIGINT, {"record", "--implementation", "emulated", "--sweep", "3", "--out", file}, moment);
  }
  EXPECT_THAT(run_netioconf({"judge", file}).error, HasSubstr("before the recording was complete"));
}

TEST(AnInterruptedRecording, IntoAFolderSaysThatItIsNotComplete) {
  const std::string folder = scratch_folder("interrupted") + "/traces";
  const std::vector<std::string> record{
      "record", "--implementation", "emulated", "--scripts", "corpora/scripts/route.lifetimes", "--out",
      folder};
  ASSERT_EQ(run_netioconf(record).status, 0);
  EXPECT_EQ(run_netioconf({"judge", folder}).error, "");
  implementations::child::note_interruptions();
  raise(SIGINT);
  (void)run_netioconf(record);
  implementations::child::forget_interruptions();
  const Ran judged = run_netioconf({"judge", folder});
  EXPECT_THAT(judged.error, HasSubstr("unfinished.traces: the folder has no more traces, because the "
                                      "recording ended before it was complete"));
  ASSERT_EQ(run_netioconf(record).status, 0);
  EXPECT_EQ(run_netioconf({"judge", folder}).error, "");
}

TEST(AnInterruptedRun, OfRecordedTracesDoesNotSayThatTheyConform) {
  const std::string file = scratch_folder("judged") + "/x.traces";
  ASSERT_EQ(run_netioconf({"record", "--implementation", "emulated", "--out", file}).status, 0);
  implementations::child::note_interruptions();
  raise(SIGINT);
  const Ran ran = run_netioconf({"judge", file});
  implementations::child::forget_interruptions();
  EXPECT_EQ(ran.status, 130);
  EXPECT_THAT(ran.out, HasSubstr("NOT FINISHED: interrupted by SIGINT"));
}

// The same, later and later until the run has judged something: a slow machine needs longer.
Ran interrupted_while_judging(int number, const std::vector<std::string>& arguments) {
  Ran ran;
  for (milliseconds moment{500}; ran.out.find("NOT FINISHED") == std::string::npos; moment *= 2) {
    if (moment > std::chrono::minutes{5}) return ran;
    ran = interrupted_by(number, arguments, moment);
  }
  return ran;
}

TEST(AnInterruptedRun, ReportsWhatItJudged) {
  const std::string folder = scratch_folder("reports");
  const Ran ran = interrupted_while_judging(
      SIGINT, {"check", "--implementation", "emulated", "--budget", "277h", "--out", folder});
  EXPECT_EQ(ran.status, 130);
  EXPECT_THAT(ran.error, testing::EndsWith("netioconf: interrupted by SIGINT\n"));
  EXPECT_THAT(ran.out,
              testing::EndsWith("NOT FINISHED: interrupted by SIGINT, nothing deviates so far\n"));
  EXPECT_THAT(findings_in(folder), HasSubstr("interrupted by SIGINT"));
}

TEST(AnInterruptedRun, OfTwoImplementationsDoesNotSayThatTheyAgree) {
  const Ran ran =
      interrupted_while_judging(SIGTERM, {"diff", "--implementation", "emulated", "--implementation",
                                          "library:" NETIOEMU, "--budget", "277h"});
  EXPECT_EQ(ran.status, 143);
  EXPECT_THAT(ran.out, testing::EndsWith("NOT FINISHED: no difference so far\n"));
}

// Entries of the list that the run did not reach are not gone.
TEST(AnInterruptedRun, KeepsTheListOfKnownDeviations) {
  const std::string list = scratch_folder("known") + "/list.textproto";
  std::vector<std::string> command{"check", "--implementation", compared_as_signed, "--known", list};
  command.emplace_back("--update");
  EXPECT_EQ(run_netioconf(command).status, 0);
  command.pop_back();
  const Ran ran = interrupted_by(SIGTERM, command, milliseconds{1});
  EXPECT_EQ(ran.status, 143);
  EXPECT_THAT(ran.out, Not(HasSubstr("STALE")));
  EXPECT_THAT(ran.out, Not(HasSubstr("no longer")));
}

TEST(AnInterruptedRun, OfASweepSaysWhereToContinue) {
  const Ran ran = interrupted_by(SIGTERM, {"sweep", "--implementation", "emulated", "--depth", "3"});
  EXPECT_EQ(ran.status, 143);
  EXPECT_THAT(ran.out, HasSubstr("interrupted by SIGTERM; continue with --from "));
}

TEST(AnInterruptedRun, DoesNotSayThatAScriptDeviatesOnlyAfterOthers) {
  Ran ran;
  // A slow machine needs longer until it finds the first deviation.
  for (milliseconds moment{500}; ran.out.find("DEVIATES  ") == std::string::npos; moment *= 2) {
    ASSERT_LT(moment, std::chrono::minutes{5});
    ran = interrupted_by(
        SIGINT, {"sweep", "--implementation", "mutant:null-row-succeeds", "--depth", "3"}, moment);
  }
  EXPECT_EQ(ran.status, 130);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("DEVIATES  "), HasSubstr("The run was interrupted before ")));
  EXPECT_THAT(ran.out, Not(HasSubstr("only after")));
}

TEST(AnInterruptedRun, OfALibraryInThisProcessEndsLikeTheOthers) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const Ran ran = interrupted_while_judging(
        number, {"check", "--implementation", "library:" NETIOEMU, "--budget", "277h"});
    EXPECT_EQ(ran.status, 128 + number);
    const std::string words = std::string{"interrupted by SIG"} + sigabbrev_np(number);
    EXPECT_THAT(ran.out, HasSubstr("NOT FINISHED: " + words));
    EXPECT_THAT(ran.error, testing::EndsWith("netioconf: " + words + "\n"));
    EXPECT_THAT(ran.error, Not(HasSubstr("running again")));
  }
}

}  // namespace
}  // namespace netioconf::conformance::cli
