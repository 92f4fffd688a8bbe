#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/cli/testing/testing_command.h"

// Tests of libraries with the whole command. FAULTY_LIBRARIES is the folder with the faulty ones. Each
// has one fault.
namespace netioconf::conformance::cli {
namespace {

using testing::HasSubstr;

std::string faulty(const std::string& fault) {
  return std::string("library:") + FAULTY_LIBRARIES + "/libfaulty_" + fault + ".so";
}

Ran check(const std::string& implementation, const std::string& scripts,
          std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"check", "--implementation", implementation, "--scripts", scripts});
  return run_netioconf(more);
}

TEST(CheckOfALibrary, JudgesOurOwnEmulatorAsTheEmulator) {
  const Ran in_process = run_netioconf({"check", "--implementation", "library:" NETIOEMU});
  EXPECT_EQ(in_process.status, 0) << in_process.out;
  const Ran isolated = run_netioconf({"check", "--implementation", "library:" NETIOEMU, "--isolate"});
  EXPECT_EQ(isolated.status, 0) << isolated.out;
}

TEST(CheckOfALibrary, AttributesACrashToItsStep) {
  const Ran ran = check(faulty("crash_in_create"), "corpora/scripts/call.returns", {"--isolate"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  call.returns"));
}

TEST(CheckOfALibrary, RunsAgainInAChildWhenTheProcessWasEnded) {
  for (const char* fault : {"crash_in_create", "exit_in_delete", "leave_in_delete"}) {
    const Ran ran = check(faulty(fault), "corpora/scripts/call.returns");
    EXPECT_EQ(ran.status, 1) << fault;
    EXPECT_THAT(ran.error, HasSubstr("running again with --isolate")) << fault;
    EXPECT_THAT(ran.out, HasSubstr("call.returns")) << fault;
  }
}

TEST(CheckOfALibrary, FindsAHangAndAWritePastTheRow) {
  const Ran hung = check(faulty("hang_in_get"), "corpora/scripts/route-get.missing",
                         {"--isolate", "--time-limit", "500ms"});
  EXPECT_EQ(hung.status, 1);
  EXPECT_THAT(hung.out, HasSubstr("hung"));
  EXPECT_THAT(hung.out, HasSubstr(" --isolate --time-limit 500ms\n"));
  const Ran wrote = check(faulty("write_past_row"), "corpora/scripts/route-get.missing", {"--isolate"});
  EXPECT_EQ(wrote.status, 1);
  EXPECT_THAT(wrote.out, HasSubstr("call.stays-in-row"));
}

TEST(CheckOfALibrary, TakesNoWaitForACallbackForAHang) {
  const Ran ran =
      check(faulty("never_calls_back"), "corpora/scripts/notify.one-per-change/create.textproto",
            {"--time-limit", "900ms"});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_EQ(ran.error, "");
}

TEST(CheckOfALibrary, KeepsWhatItPrintsOutOfTheReport) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--isolate"}}) {
    const Ran ran = check(faulty("print_in_create"), "corpora/scripts/route.lifetimes", more);
    EXPECT_THAT(ran.out, testing::StartsWith("DEVIATES"));
    EXPECT_THAT(ran.out, testing::Not(HasSubstr("this must not be seen")));
  }
}

TEST(CheckOfALibrary, LeavesACallAloneThatCrashedFiveTimesInTheSameWay) {
  const std::vector<std::string> isolated = {"--isolate"};
  const Ran ran = check(faulty("crash_in_create"), "corpora/scripts/route.lifetimes", isolated);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("CreateIpForwardEntry2 crashed 5 times; --keep-going calls it again"));
  const Ran all =
      check(faulty("crash_in_create"), "corpora/scripts/route.lifetimes", {"--isolate", "--keep-going"});
  EXPECT_THAT(all.out, testing::Not(HasSubstr("crashed 5 times")));
}

// A reset that ends the process is no fault of the call after it, and ends every script.
TEST(CheckOfALibrary, ReportsOneKindForAResetThatEndsTheProcessAndLeavesItAlone) {
  const Ran ran = check(faulty("crash_in_reset"), "corpora/scripts", {"--isolate"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  call.returns: netioconf_reset: crashed: SIGABRT"));
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES: 1 new kind of deviation"));
  EXPECT_THAT(ran.out, HasSubstr("netioconf_reset crashed 5 times; --keep-going calls it again"));
}

TEST(CheckOfALibrary, LaysACrashOfFreeMibTableToNoCallThatReturnsATable) {
  const Ran ran = check(faulty("crash_in_free"), "corpora/scripts/route-table.complete",
                        {"--scripts", "corpora/scripts/anycast-get.link-known", "--isolate"});
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  call.returns: FreeMibTable: crashed: SIGABRT"));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("call.returns: GetIpForwardTable2")));
  EXPECT_THAT(
      ran.out,
      HasSubstr("Repeated alone, the script ends in FreeMibTable, which the run no longer called."))
      << "another deviation, behind the crash";
}

TEST(CheckOfALibrary, FindsThatDescriptorsWereClosedOrWrittenTo) {
  const Ran closed = check(faulty("close_descriptors"), "corpora/scripts/call.returns");
  EXPECT_EQ(closed.status, 1) << closed.error;
  EXPECT_THAT(closed.error, HasSubstr("running again with --isolate"));
  const Ran wrote = check(faulty("write_to_descriptors"), "corpora/scripts/call.returns");
  EXPECT_THAT(wrote.out, testing::StartsWith("DEVIATES"));
}

TEST(CheckOfALibrary, CountsWhatItCannotAsk) {
  const Ran ran = check(faulty("only_tables"), "corpora/scripts/route.lifetimes");
  EXPECT_EQ(ran.status, 2) << "nothing was judged";
  EXPECT_THAT(ran.out, HasSubstr("skipped"));
}

TEST(CheckOfALibrary, ReportsABadResetAndBlamesNoOtherRule) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--isolate"}}) {
    const Ran ran = check(faulty("reset_once"), "corpora/scripts", more);
    EXPECT_EQ(ran.status, 1) << ran.error;
    EXPECT_THAT(ran.out,
                HasSubstr("DEVIATES  reset.empties-tables: netioconf_reset does not empty the "));
    EXPECT_THAT(
        ran.out,
        HasSubstr("DEVIATES  reset.sets-up-host: netioconf_reset sets up another host: machine with"));
    EXPECT_THAT(ran.out, testing::Not(testing::ContainsRegex("DEVIATES  ([^r]|r[^e]|re[^s])")));
  }
}

TEST(CheckOfALibrary, ReportsADescriptionOfTheHostThatCannotBeRead) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--isolate"}}) {
    const Ran one =
        check(faulty("describe_badly"), "corpora/scripts/reset.sets-up-host/ipv4_only.textproto", more);
    EXPECT_EQ(one.status, 1) << one.error;
    EXPECT_THAT(one.out, HasSubstr("DEVIATES  reset.sets-up-host: netioconf_describe wrote size 5000 "
                                   "instead of 2568 or 392"));
    const Ran two = check(faulty("describe_badly"),
                          "corpora/scripts/reset.sets-up-host/metrics_of_two_links.textproto", more);
    EXPECT_EQ(two.status, 1) << two.error;
    EXPECT_THAT(two.out, HasSubstr("DEVIATES  reset.sets-up-host: netioconf_describe lists 900 "
                                   "addresses of a link, the limit is 4"));
  }
}

TEST(CheckOfALibrary, ReportsARegistrationThatAResetLeavesAndBlamesNoOtherRule) {
  const Ran ran = run_netioconf({"check", "--implementation", "mutant:reset-keeps-registrations"});
  EXPECT_EQ(ran.status, 1) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr("DEVIATES  reset.removes-registrations: netioconf_reset leaves a "
                                 "registration: callback of type 1 for a registration of an earlier "
                                 "script"));
  EXPECT_THAT(ran.out, testing::Not(testing::ContainsRegex("DEVIATES  ([^r]|r[^e]|re[^s])")));
}

TEST(CheckOfALibrary, SaysAfterWhichScriptAnotherOneDeviates) {
  const std::string before = "corpora/scripts/reset.sets-up-host/ipv4_only.textproto";
  const std::string after = "corpora/scripts/anycast.takes-effect/link_local.textproto";
  const Ran alone = check(faulty("remember_the_host"), after);
  EXPECT_EQ(alone.status, 0) << alone.out;
  const Ran both = check(faulty("remember_the_host"), before, {"--scripts", after});
  EXPECT_EQ(both.status, 1);
  EXPECT_THAT(both.out, HasSubstr("DEVIATES  reset.sets-up-host: netioconf_reset keeps something of an "
                                  "earlier script: CreateAnycastIpAddressEntry gives "));
  EXPECT_THAT(both.out, HasSubstr("DEVIATES: 1 new kind of deviation"));
  EXPECT_THAT(both.out, HasSubstr("It deviates only after reset.sets-up-host/ipv4_only."));
  EXPECT_THAT(both.out, testing::ContainsRegex("replay .*--scripts " + before + " --scripts " + after));
}

TEST(CheckOfALibrary, TestsTooLittleWithoutACreateThatSucceedsAndRefuses) {
  const std::string library = faulty("only_tables");
  const Ran all = run_netioconf({"check", "--implementation", library});
  EXPECT_EQ(all.status, 2);
  EXPECT_THAT(all.out, HasSubstr("TOO LITTLE JUDGED: CreateIpForwardEntry2 was not judged"));
  EXPECT_THAT(all.error, HasSubstr("--only"));
  const Ran meant =
      run_netioconf({"check", "--implementation", library, "--only", "GetIpForwardTable2"});
  EXPECT_EQ(meant.status, 0) << meant.out << meant.error;
  const Ran lost = run_netioconf({"check", "--implementation", library, "--only", "GetIpForwardTable2",
                                  "--only", "GetIpForwardEntry2"});
  EXPECT_EQ(lost.status, 2);
  EXPECT_THAT(lost.out, HasSubstr("TOO LITTLE JUDGED: GetIpForwardEntry2 was not judged"));
  const Ran few = run_netioconf(
      {"check", "--implementation", library, "--only", "GetIpForwardTable2", "--min-rules", "200"});
  EXPECT_EQ(few.status, 2);
  EXPECT_THAT(few.out, HasSubstr(" rules tested, 200 are demanded"));
}

}  // namespace
}  // namespace netioconf::conformance::cli
