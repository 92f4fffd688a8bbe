#include "conformance/cli/explain/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(Explain, SaysOfARuleWhatIsPromisedWhereAndWhatIsSeen) {
  const Ran ran = run_netioconf({"explain", "route.duplicate-destination"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("source: CreateIpForwardEntry2, Return value"),
                             HasSubstr("object_already_exists"), HasSubstr("duplicate-key"),
                             HasSubstr("reports/findings/R1.md"), HasSubstr("linux ("),
                             HasSubstr("emulated:literal: of 9 scripts 9 conform\n"
                                       "    follows duplicate-key: prefix\n")));
}

TEST(Explain, SaysOfAReadingWhichAnswersAreOpen) {
  const Ran ran = run_netioconf({"explain", "empty-table", "--implementation", "emulated:windows"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("What does a table call return if there are no entries?"),
                             HasSubstr("no page allows it, but it is observed"),
                             HasSubstr("route-table.empty"), HasSubstr("emulated:windows")));
}

TEST(Explain, KnowsStatusesByNameAndNumber) {
  for (const char* status :
       {"not_found", "1168", "0xC0000225", "C0000225", "STATUS_NOT_FOUND", "ERROR_NOT_FOUND"}) {
    const Ran ran = run_netioconf({"explain", status});
    EXPECT_EQ(ran.status, 0) << status;
    EXPECT_THAT(ran.out, AllOf(HasSubstr("status not_found"), HasSubstr("route.link-known"))) << status;
  }
}

TEST(Explain, GoesThroughAScriptStepByStep) {
  const Ran ran =
      run_netioconf({"explain", "route.lifetimes/preferred_infinite_valid_1", "--implementation",
                     "emulated", "--implementation", "mutant:lifetimes-compared-as-signed"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("emulated conforms"),
                             HasSubstr("mutant:lifetimes-compared-as-signed deviates"),
                             HasSubstr("answered success (0); allowed invalid_parameter; deviates")));
}

TEST(Explain, SuggestsWhatMayHaveBeenMeant) {
  const Ran ran = run_netioconf({"explain", "route.lifetime"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.error, HasSubstr("did you mean route.lifetimes"));
  EXPECT_THAT(run_netioconf({"explain", "duplicat-key"}).error, HasSubstr("duplicate-key"));
  EXPECT_THAT(run_netioconf({"explain", "~"}).error, HasSubstr("netioconf rules lists them"));
}

TEST(Explain, RefusesAnImplementationThatIsNoneBeforeItSaysAnything) {
  const Ran ran = run_netioconf({"explain", "route.lifetimes", "--implementation", "nobody"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
}

}  // namespace
}  // namespace netioconf::conformance::cli
