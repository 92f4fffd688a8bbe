#include "conformance/cli/explain/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "conformance/cli/testing/testing_command.h"

namespace netioconf::conformance::cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The corpus grows.
std::string without_numbers(const std::string& text) {
  return std::regex_replace(text, std::regex{"[0-9]+"}, "N");
}

TEST(Explain, SaysOfARuleWhatIsPromisedWhereAndWhatIsSeen) {
  const Ran ran = run_netioconf({"explain", "route.duplicate-destination"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("source: CreateIpForwardEntry2, Return value"),
                             HasSubstr("object_already_exists"), HasSubstr("duplicate-key"),
                             HasSubstr("reports/findings/R1.md"), HasSubstr("linux (")));
  EXPECT_THAT(without_numbers(ran.out), HasSubstr("emulated:literal: of N scripts N conform\n"
                                                  "    follows duplicate-key: prefix\n"));
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

INSTANTIATE_TEST_SUITE_P(
    Parameters, ExplainSubject,
    testing::Values(
        Named{"GetBestRoute2",
              "\n  parameters: InterfaceLuid, InterfaceIndex, SourceAddress, DestinationAddress, "
              "AddressSortOptions, BestRoute, BestSourceAddress\n"},
        Named{"SourceAddress", "SourceAddress, a parameter of GetBestRoute2\n"},
        Named{"SourceAddress", "\n  best-route.source-link: "},
        Named{"SourceAddress", "\n  unusual-source: "},
        Named{"DestinationAddress", "\n  best-route.destination-family: "},
        Named{"DestinationAddress", "\n  statuses: invalid_parameter"},
        Named{"AddressSortOptions", "\n  AddressSortOptions is not used (GetBestRoute2, Parameters): "},
        Named{"BestRoute", "\n  best-route.existing-route: "},
        Named{"BestSourceAddress", "\n  null-best-source: "},
        Named{"InterfaceLuid", "MIB_IPINTERFACE_ROW, a parameter of GetBestRoute2\n"},
        Named{"InterfaceIndex", "\n  best-route.link-unspecified: "},
        Named{"Family",
              "Family, a member of MIB_IPINTERFACE_ROW, a parameter of GetIpForwardTable2, "
              "NotifyRouteChange2 and GetAnycastIpAddressTable\n"},
        Named{"Family", "\n  notify.family: "}, Named{"Row", "\n  route.null-row: "},
        Named{"Row", "the callback of NotifyRouteChange2"},
        Named{"Table", "\n  route-table.null-table: "},
        Named{"InitialNotification", "\n  initial-notifications: "},
        Named{"Callback", "\n  notify.one-per-change: "},
        Named{"CallerContext", "NotifyRouteChange2 and the callback of NotifyRouteChange2\n"},
        Named{"CallerContext", "\n  notify.context: "},
        Named{"NotificationHandle", "\n  notify-cancel.no-more: "},
        Named{"NotificationHandle", "NotifyRouteChange2 and CancelMibChangeNotify2\n"},
        Named{"NotificationType", "\n  notify.one-per-change: "},
        Named{"Memory", "\n  free-table.keeps-the-others: "},
        Named{"MIB_NOTIFICATION_TYPE",
              "\n  values: MibParameterNotification (0), MibAddInstance (1), "
              "MibDeleteInstance (2), MibInitialNotification (3)\n"},
        Named{"MibAddInstance", "MibAddInstance, a value of MIB_NOTIFICATION_TYPE: 1, "},
        Named{"MibDeleteInstance", "\n  notify.one-per-change: "},
        Named{"MibDeleteInstance", "reports/findings/R35.md"},
        Named{"MibInitialNotification", "\n  notify.initial: "},
        Named{"MibInitialNotification", "\n  initial-notifications: "}));

TEST(ExplainParameter, LeavesOutOtherParametersAndOtherCalls) {
  EXPECT_THAT(run_netioconf({"explain", "SourceAddress"}).out, Not(HasSubstr("best-source: ")));
  EXPECT_THAT(run_netioconf({"explain", "Family"}).out, Not(HasSubstr("route.stack: ")));
  EXPECT_THAT(run_netioconf({"explain", "MibAddInstance"}).out, Not(HasSubstr("notify.initial: ")));
}

TEST(ExplainFunction, HasItsParameters) {
  for (const char* function : {"InitializeIpForwardEntry", "SetIpForwardEntry2", "FreeMibTable",
                               "GetIpInterfaceEntry", "DeleteAnycastIpAddressEntry"})
    EXPECT_THAT(run_netioconf({"explain", function}).out, HasSubstr("\n  parameters: ")) << function;
}

TEST(ExplainReport, ShowsWhatIsReportedAndWhatItSupports) {
  EXPECT_THAT(
      run_netioconf({"explain", "W5"}).out,
      AllOf(HasSubstr("passes over a route of a link that is not connected; the route stays in the "
                      "table. (medium)\n    corpora/traces/reported/w05-link-without-connection"),
            HasSubstr("\n  unconnected-link: "), HasSubstr("\n  best-route.connected-link: ")));
  EXPECT_THAT(run_netioconf({"explain", "W18"}).out,
              HasSubstr("w18-second-delete-invalid.trace.textproto deviates from route-delete.missing"));
  EXPECT_THAT(run_netioconf({"explain", "W6"}).out, HasSubstr("\ncontested\n"));
}

TEST(ExplainReport, KnowsEachNumber) {
  for (int number = 1; number <= 24; ++number) {
    const std::string name = "W" + std::to_string(number);
    const Ran ran = run_netioconf({"explain", name});
    EXPECT_EQ(ran.status, 0) << name;
    EXPECT_THAT(ran.out, StartsWith(name + ", reported of Windows")) << name;
  }
  EXPECT_EQ(run_netioconf({"explain", "W25"}).status, 2);
}

struct Spelled {
  std::string otherwise;
  std::string begins;
};
class ExplainSpelled : public testing::TestWithParam<Spelled> {};

TEST_P(ExplainSpelled, Otherwise) {
  const Ran ran = run_netioconf({"explain", GetParam().otherwise});
  EXPECT_EQ(ran.status, 0) << ran.error;
  EXPECT_THAT(ran.out, StartsWith(GetParam().begins));
}

INSTANTIATE_TEST_SUITE_P(
    Command, ExplainSpelled,
    testing::Values(Spelled{"metric", "Metric, a member"}, Spelled{"r10", "# R10. "},
                    Spelled{"Get IpForwardEntry2", "GetIpForwardEntry2, a function"},
                    Spelled{"source address", "SourceAddress, a parameter"},
                    Spelled{"ADDINSTANCE", "MibAddInstance, a value"},
                    Spelled{"mib_notification_type", "MIB_NOTIFICATION_TYPE, an enumeration"},
                    Spelled{"IPFORWARD_ROW2", "MIB_IPFORWARD_ROW2, a structure"},
                    Spelled{"PMIB_IPFORWARD_ROW2", "MIB_IPFORWARD_ROW2, a structure"},
                    Spelled{"Anycast-Table", "anycast-table, a group"},
                    Spelled{"destinationprefix", "DestinationPrefix, a member"}, Spelled{"w05", "W5, "},
                    Spelled{"w18", "W18, "}, Spelled{"error_not_found", "status not_found"},
                    Spelled{"status_duplicate_objectid", "status object_already_exists"},
                    Spelled{"Not Found", "status not_found"}));

TEST(Explain, DoesNotCallPromisedWhatThePageDoesNotSay) {
  const Ran ran = run_netioconf({"explain", "best-route.best-source"});
  EXPECT_THAT(ran.out,
              AllOf(Not(HasSubstr("promised: ")),
                    HasSubstr("because the page says only that it is the best source address")));
  EXPECT_THAT(run_netioconf({"explain", "GetBestRoute2"}).out,
              ContainsRegex("\nfollows from the pages\n(.*\n)*"
                            "  best-route.best-source: "));
  EXPECT_THAT(run_netioconf({"explain", "route-set.link-routes"}).out,
              HasSubstr("because it is on the page of another function, CreateIpForwardEntry2\n"));
}

TEST(Explain, ClaimsNoObservationOfACallForAnother) {
  EXPECT_THAT(run_netioconf({"explain", "empty-table"}).out,
              HasSubstr("Nothing is known of GetIpForwardTable2"));
}

TEST(Explain, SaysOfAStatusWhereWindowsReturnsIt) {
  EXPECT_THAT(run_netioconf({"explain", "ERROR_NOT_FOUND"}).out,
              HasSubstr("1168 from GetBestRoute2 with a source address"));
  EXPECT_THAT(run_netioconf({"explain", "2"}).out, HasSubstr("Only Get and GetBestRoute2 find"));
  for (const char* status : {"87", "5010", "1168", "1231", "2", "50", "5"}) {
    EXPECT_THAT(run_netioconf({"explain", status}).out,
                AllOf(HasSubstr("on Windows, as others report"), HasSubstr("for a caller: ")))
        << status;
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

TEST(Explain, DoesNotCountAnotherRulesDeviationsNorSkippedStepsAsThisRules) {
  const std::vector<std::string> command = {"explain", "route.lifetimes", "--implementation"};
  const auto seen = [&](const std::string& implementation) {
    std::vector<std::string> arguments = command;
    arguments.push_back(implementation);
    const std::string out = run_netioconf(arguments).out;
    return without_numbers(out.substr(out.find("\nobserved now\n")));
  };
  EXPECT_THAT(seen("mutant:null-row-succeeds"), HasSubstr(": of N scripts N conform\n"));
  EXPECT_THAT(seen("mutant:state-kept-after-failure"),
              HasSubstr(": of N scripts N conform, N deviate from another rule\n"));
  EXPECT_THAT(seen("library:" FAULTY_LIBRARIES "/libfaulty_only_tables.so"),
              HasSubstr(": of N scripts N skipped, N skipped in part\n"));
}

TEST(Explain, SuggestsWhatMayHaveBeenMeant) {
  const Ran ran = run_netioconf({"explain", "route.lifetime"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.error, HasSubstr("did you mean route.lifetimes"));
  EXPECT_THAT(run_netioconf({"explain", "SourceAdress"}).error, HasSubstr("mean SourceAddress"));
  EXPECT_THAT(run_netioconf({"explain", "MibAddInstanse"}).error, HasSubstr("mean MibAddInstance"));
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
