#include "reports/matrix/matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::matrix {
namespace {

using diff::NamedReport;
using testing::ElementsAre;
using testing::IsEmpty;

NamedReport version(const std::string& number, const std::string& implementation = "linux") {
  Report report = faultless_report();
  report.set_implementation(implementation);
  report.set_implementation_version(number);
  return {implementation + "-" + number, std::move(report)};
}

std::vector<std::string> names_of(std::vector<NamedReport> reports) {
  const Matrix matrix = matrix_of(in_order(std::move(reports)), "");
  return {matrix.names().begin(), matrix.names().end()};
}

TEST(TheOrder, IsThatOfTheVersionsOfEachImplementation) {
  EXPECT_THAT(
      names_of({version("6.18.4-amd64"), version("", "emulated"), version("6.2"), version("6.18")}),
      ElementsAre("linux 6.2", "linux 6.18", "linux 6.18.4-amd64", "emulated"));
}

TEST(TheOrder, IsTheGivenOneOfVersionsWithoutNumbers) {
  EXPECT_THAT(names_of({version("stable"), version("1.0"), version("")}),
              ElementsAre("linux stable", "linux 1.0", "linux"));
}

TEST(TheNames, AreDifferent) {
  EXPECT_THAT(names_of({version(""), version("")}), ElementsAre("linux (1)", "linux (2)"));
  NamedReport windows = version("1");
  windows.report.set_profile(Profile::windows);
  EXPECT_THAT(names_of({version("1"), windows}),
              ElementsAre("linux 1, profile documented", "linux 1, profile windows"));
}

TEST(AnImplementation, HasATrendIfItHasSeveralReports) {
  const auto trends_of = [](std::vector<NamedReport> reports) {
    return matrix_of(in_order(std::move(reports)), "").trends_size();
  };
  EXPECT_EQ(trends_of({version("1"), version("2", "emulated")}), 0);
  EXPECT_EQ(trends_of({version("1"), version("2")}), 1);
  EXPECT_EQ(trends_of({version("1", "library:old/lib.so"), version("2", "library:new/lib.so")}), 1);
  NamedReport windows = version("2");
  windows.report.set_profile(Profile::windows);
  EXPECT_EQ(trends_of({version("1"), windows}), 0) << "another profile";
}

TEST(ATrend, ShowsWhatChangedFromVersionToVersion) {
  const Matrix matrix = sample_matrix();
  ASSERT_EQ(matrix.trends_size(), 1);
  const Trend& trend = matrix.trends(0);
  EXPECT_EQ(trend.implementation(), "library:libacme.so");
  ASSERT_EQ(trend.points_size(), 2);
  EXPECT_EQ(matrix.names(static_cast<int>(trend.points(0).report())), "library:./libacme.so 1.9");
  EXPECT_THAT(trend.points(0).readings(), IsEmpty());
  ASSERT_EQ(trend.points(1).readings_size(), 1);
  EXPECT_EQ(trend.points(1).readings(0).before(), "follows prefix");
  EXPECT_EQ(trend.points(1).readings(0).after(), "follows prefix + next hop");
}

// The standing of a rule in the last version. A rule that one of the two did not meet is not compared.
TEST(ATrend, CountsARuleAsGainedOrLostOnlyIfBothVersionsMetIt) {
  const NamedReport good = version("1");
  NamedReport bad = version("2");
  Group& group = *bad.report.add_groups();
  const std::string rule = good.report.coverage().rules(0).rule();
  group.set_rule(rule);
  group.set_new_findings(1);
  NamedReport unmet = version("3");
  unmet.report.mutable_coverage()->clear_rules();
  NamedReport good_again = version("4");
  const Matrix lost = matrix_of({good, bad}, "");
  EXPECT_THAT(lost.trends(0).points(1).rules_lost(), ElementsAre(rule));
  EXPECT_THAT(lost.trends(0).points(1).rules_gained(), IsEmpty());
  const Matrix gained = matrix_of({bad, good_again}, "");
  EXPECT_THAT(gained.trends(0).points(1).rules_gained(), ElementsAre(rule));
  const Matrix unknown = matrix_of({bad, unmet, good_again}, "");
  for (const TrendPoint& point : unknown.trends(0).points()) {
    EXPECT_THAT(point.rules_gained(), IsEmpty());
    EXPECT_THAT(point.rules_lost(), IsEmpty());
  }
}

}  // namespace
}  // namespace netioconf::reports::matrix
