#include "reports/model/contradiction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::inline model {
namespace {

using testing::HasSubstr;

TEST(AReportWithoutContradiction, IsAccepted) {
  EXPECT_EQ(contradiction_in(faultless_report()), "");
  Report searched = faultless_report();
  searched.add_searches()->set_scripts(7);
  searched.mutable_scripts_count()->set_conforms(8);
  EXPECT_EQ(contradiction_in(searched), "") << "generated scripts are counted only";
}

struct Damage {
  const char* says;
  void (*apply)(Report& report);
};

class ADamagedReport : public testing::TestWithParam<Damage> {};

TEST_P(ADamagedReport, IsNoticed) {
  Report report = faultless_report();
  GetParam().apply(report);
  EXPECT_THAT(contradiction_in(report), HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Members, ADamagedReport,
    testing::Values(Damage{"scripts_count: conforms is 2, but the scripts have 1",
                           [](Report& report) { report.mutable_scripts_count()->set_conforms(2); }},
                    Damage{"scripts_count: conforms is 1, but the scripts have 0",
                           [](Report& report) { report.clear_scripts(); }},
                    Damage{"steps: undecided is 3, but the scripts have 0",
                           [](Report& report) { report.mutable_steps()->set_undecided(3); }},
                    Damage{"has 2 findings, but its scripts have 0",
                           [](Report& report) {
                             Group& group = *report.add_groups();
                             group.set_rule(report.rules(0).id());
                             group.set_findings(2);
                           }},
                    Damage{"groups: rules has no nothing",
                           [](Report& report) { report.add_groups()->set_rule("nothing"); }},
                    Damage{"coverage: rules has no nothing",
                           [](Report& report) {
                             report.mutable_coverage()->add_rules()->set_rule("nothing");
                           }},
                    Damage{"readings: questions has no nothing",
                           [](Report& report) { report.add_readings()->set_question("nothing"); }},
                    Damage{"outcome: it is deviates, but the groups and counts give conforms",
                           [](Report& report) { report.set_outcome(Outcome::deviates); }}));

}  // namespace
}  // namespace netioconf::reports::inline model
