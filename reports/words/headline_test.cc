#include "reports/words/headline.h"

#include <gtest/gtest.h>

#include "oracle/model/status.h"
#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::words {
namespace {

StepResult allowing(const std::vector<std::string>& names) {
  StepResult step;
  for (const std::string& name : names) step.add_allowed(name);
  return step;
}

std::vector<std::string> failures() {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < oracle::status_count; ++i)
    names.emplace_back(oracle::name_of(static_cast<oracle::Status>(i)));
  return names;
}

TEST(AllowedText, IsShortForEveryFailure) {
  std::vector<std::string> names = failures();
  EXPECT_EQ(allowed_text(allowing(names)), "any failure");
  names.emplace_back("success");
  EXPECT_EQ(allowed_text(allowing(names)), "anything");
  EXPECT_EQ(allowed_text(allowing({"not_found", "invalid_parameter"})), "not_found or invalid_parameter");
  names.erase(names.begin());
  EXPECT_NE(allowed_text(allowing(names)), "any failure");
}

TEST(Headline, SaysWhatWasObservedAndWhatMustBe) {
  const Report report = sample_report();
  EXPECT_EQ(headline(report, report.groups(2)),
            "CreateIpForwardEntry2: success, must be invalid_parameter");
}

TEST(Headline, SaysWhichMemberIsWrong) {
  const Report report = sample_report();
  EXPECT_EQ(headline(report, report.groups(4)), "GetIpForwardEntry2: Metric is 0, must be 5");
}

TEST(Headline, SaysHowACallEnded) {
  const Report report = sample_report();
  EXPECT_TRUE(headline(report, report.groups(0)).starts_with("DeleteIpForwardEntry2: crashed: "));
}

TEST(Headline, AsksTheQuestionThatWasAnsweredBothWays) {
  const Report report = sample_report();
  EXPECT_EQ(headline(report, report.groups(1)),
            "CreateIpForwardEntry2: two answers to one question: What makes two routes the same?");
}

TEST(Headline, NamesTheResetIfThatIsAtFault) {
  Report report = sample_report();
  report.mutable_groups(4)->set_rule("reset.empties-tables");
  EXPECT_EQ(headline(report, report.groups(4)), "netioconf_reset does not empty the Metric: 0");
}

}  // namespace
}  // namespace netioconf::reports::words
