#include "reports/model/reach.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/model/report.h"
#include "reports/testing/message.h"

namespace netioconf::reports::inline model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Report report_with(const char* outcomes) {
  Report report = message<Report>("steps { conforms: 2 } skipped { why: 'no such function' steps: 9 }");
  report.MergeFrom(message<Report>(outcomes));
  return report;
}

Report after(const char* demands, Report report) {
  demand(message<Demands>(demands), report);
  return report;
}

const std::string a_success =
    "coverage { inputs { function: 'CreateIpForwardEntry2' outcome: 'success' times: 1 } ";
const std::string both =
    a_success + "inputs { function: 'CreateIpForwardEntry2' outcome: 'not_found' times: 1 } }";

TEST(Reach, IsEnoughIfOneCreateSucceedsAndRefuses) {
  const Report report = after("a_create: true", report_with(both.c_str()));
  EXPECT_THAT(report.too_little(), IsEmpty());
  EXPECT_EQ(exit_status_of(report), 0);
}

TEST(Reach, IsTooLittleIfNoCreateRefuses) {
  const Report report = after("a_create: true", report_with((a_success + "}").c_str()));
  EXPECT_THAT(report.too_little(),
              ElementsAre("CreateIpForwardEntry2 never refuses, CreateAnycastIpAddressEntry was not "
                          "judged (no such function)"));
  EXPECT_EQ(report.outcome(), Outcome::too_little);
  EXPECT_EQ(exit_status_of(report), std::nullopt);
}

TEST(Reach, IsTooLittleIfAFunctionWasNotJudged) {
  EXPECT_THAT(
      after("functions: ['CreateIpForwardEntry2', 'GetIpForwardEntry2']", report_with(both.c_str()))
          .too_little(),
      ElementsAre("GetIpForwardEntry2 was not judged (no such function)"));
}

TEST(Reach, IsTooLittleIfAFunctionNeverSucceedsForAReasonThatItsPageDoesNotName) {
  const auto why = [](const std::string& inputs) {
    return after("named_statuses: true", report_with(("coverage {" + inputs + "}").c_str()));
  };
  const std::string denied =
      "inputs { function: 'SetIpForwardEntry2' outcome: 'access_denied' times: 7 }";
  const std::string invalid =
      "inputs { function: 'SetIpForwardEntry2' outcome: 'invalid_parameter' times: 3 }";
  const std::string success = "inputs { function: 'SetIpForwardEntry2' outcome: 'success' times: 1 }";
  EXPECT_THAT(why(denied + invalid).too_little(),
              ElementsAre("SetIpForwardEntry2 never succeeds in 10 calls: access_denied"));
  EXPECT_THAT(why(denied + success).too_little(), IsEmpty());
  EXPECT_THAT(why(invalid).too_little(), IsEmpty());
}

TEST(Reach, CountsTheRulesThatAreMet) {
  const Report report = report_with(
      "coverage { rules { rule: 'a' alone: 1 } rules { rule: 'b' together: 1 held_off: 1 } "
      "rules { rule: 'c' held_off: 1 } }");
  EXPECT_THAT(after("rules: 2", report).too_little(), IsEmpty());
  EXPECT_THAT(after("rules: 3", report).too_little(),
              ElementsAre("2 of 3 rules tested, 3 are demanded"));
  EXPECT_EQ(met_rules(report.coverage()).on_both_sides, 1U);
}

TEST(Reach, NamesARuleThatMustBeMet) {
  const Report report =
      report_with("coverage { rules { rule: 'a' alone: 1 } rules { rule: 'b' held_off: 1 } }");
  EXPECT_THAT(after("ids: 'a'", report).too_little(), IsEmpty());
  EXPECT_THAT(after("ids: ['a', 'b']", report).too_little(), ElementsAre("b was not tested"));
  EXPECT_THAT(after("ids: ['b', 'c']", report).too_little(),
              ElementsAre("b was not tested, and 1 more"));
}

// All parts together meet it.
TEST(Reach, IsNotDemandedOfAPartOfARun) {
  Report report = report_with((a_success + "}").c_str());
  report.mutable_shard()->set_number(2);
  const Report part = after("a_create: true rules: 300", report);
  EXPECT_THAT(part.too_little(), IsEmpty());
  EXPECT_TRUE(part.shard().demands().a_create());
  EXPECT_EQ(part.shard().demands().rules(), 300);
}

TEST(Reach, DoesNotHideADeviation) {
  Report report = report_with("groups { rule: 'a' findings: 1 }");
  EXPECT_EQ(exit_status_of(after("a_create: true", report)), 1);
}

}  // namespace
}  // namespace netioconf::reports::inline model
