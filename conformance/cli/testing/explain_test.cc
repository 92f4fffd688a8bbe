#include "conformance/cli/explain/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

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

TEST(Explain, DoesNotCallPromisedWhatOnlySomeReadingsAllow) {
  const Ran ran = run_netioconf({"explain", "not_found"});
  const std::string promised = ran.out.substr(0, ran.out.find("\nallowed under some readings\n"));
  EXPECT_THAT(promised, AllOf(HasSubstr("\npromised\n"), HasSubstr("  route.link-known: "),
                              Not(HasSubstr("  route.link-stack: "))));
  EXPECT_THAT(ran.out, HasSubstr("  route.link-stack: "));
}

struct Named {
  std::string name;
  std::string contains;
};
class ExplainSubject : public testing::TestWithParam<Named> {};

TEST_P(ExplainSubject, ListsItsRulesAndReadings) {
  const Ran ran = run_netioconf({"explain", GetParam().name});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, HasSubstr(GetParam().contains));
}

INSTANTIATE_TEST_SUITE_P(
    Command, ExplainSubject,
    testing::Values(
        Named{"CreateIpForwardEntry2", "CreateIpForwardEntry2, a function\n  statuses: success, "},
        Named{"CreateIpForwardEntry2", "\n  route.lifetimes: "},
        Named{"create_route", "\n  duplicate-key: "},
        Named{"MIB_IPFORWARD_ROW2", "members: InterfaceLuid, InterfaceIndex, DestinationPrefix.Prefix"},
        Named{"PreferredLifetime", "PreferredLifetime, a member of MIB_IPFORWARD_ROW2\n"},
        Named{"PreferredLifetime", "\n  route.lifetimes: "},
        Named{"MIB_IPFORWARD_ROW2.SitePrefixLength", "\n  site-prefix-sentinel: "},
        Named{"Metric", "MIB_IPFORWARD_ROW2 and MIB_IPINTERFACE_ROW\n"},
        Named{"IP_ADDRESS_PREFIX", "IP_ADDRESS_PREFIX, a structure"},
        Named{"route", "route, a group of rules"}, Named{"R10", "# R10. "},
        Named{"R10", "\n  host-bits: "}));

TEST(Explain, GoesThroughAScriptStepByStep) {
  const Ran ran =
      run_netioconf({"explain", "route.lifetimes/preferred_infinite_valid_1", "--implementation",
                     "emulated", "--implementation", "mutant:lifetimes-compared-as-signed"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("emulated conforms"),
                             HasSubstr("mutant:lifetimes-compared-as-signed deviates"),
                             HasSubstr("answered success (0); allowed invalid_parameter; deviates")));
}

TEST(Explain, DoesNotCountAnotherRulesDeviationsNorSkippedStepsAsThisRules) {
  const std::vector<std::string> command = {"explain", "route.lifetimes", "--implementation"};
  const auto seen = [&](const std::string& implementation) {
    std::vector<std::string> arguments = command;
    arguments.push_back(implementation);
    const std::string out = run_netioconf(arguments).out;
    return out.substr(out.find("\nobserved now\n"));
  };
  EXPECT_THAT(seen("mutant:null-row-succeeds"), HasSubstr(": of 23 scripts 23 conform"));
  EXPECT_THAT(seen("mutant:state-kept-after-failure"), HasSubstr("17 deviate from another rule"));
  EXPECT_THAT(seen("library:" FAULTY_LIBRARIES "/libfaulty_only_tables.so"),
              HasSubstr("of 23 scripts 2 skipped, 21 skipped in part"));
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
