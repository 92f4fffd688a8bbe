#include "reports/words/decisive.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/model/status.h"
#include "reports/testing/message.h"
#include "reports/testing/sample.h"

namespace netioconf::reports::words {
namespace {

std::string decisive(int group) {
  const Report report = sample_report();
  return decisive_text(report.groups(group), shortest_step(report, report.groups(group)));
}

TEST(WhatDecides, IsTheStatusThatMustNotBe) {
  EXPECT_EQ(decisive(2), "CreateIpForwardEntry2: success, must be invalid_parameter");
}

TEST(WhatDecides, IsTheNumberOfAStatusIfItIsTheRightStatus) {
  const Report report = sample_report();
  StepResult step = shortest_step(report, report.groups(2));
  step.clear_allowed();
  step.add_allowed("success");
  EXPECT_EQ(decisive_text(report.groups(2), step),
            "CreateIpForwardEntry2: " + step.reply() + ", must have another number");
}

TEST(WhatDecides, IsTheEndingOfACallThatDoesNotReturn) {
  EXPECT_TRUE(decisive(0).starts_with("DeleteIpForwardEntry2: crashed: "));
}

TEST(WhatDecides, IsTheMemberThatIsWrong) {
  EXPECT_EQ(decisive(4), "GetIpForwardEntry2: Metric is 0, must be 5 (and 1 more)");
}

TEST(WhatDecides, IsTheEarlierStepThatFollowedAnotherAnswer) {
  EXPECT_EQ(decisive(1),
            "CreateIpForwardEntry2: success, must be object_already_exists, because step 2 of "
            "route.duplicate/only_the_metric_differs followed \"prefix\"");
}

TEST(WhatDecides, IsTheResetIfThatIsAtFault) {
  Report report = sample_report();
  report.mutable_groups(4)->set_rule("reset.empties-tables");
  EXPECT_EQ(decisive_text(report.groups(4), shortest_step(report, report.groups(4))),
            "netioconf_reset does not empty the Metric: 0");
}

StepResult allowing(const std::vector<std::string>& names) {
  StepResult step;
  for (const std::string& name : names) step.add_allowed(name);
  return step;
}

TEST(AllowedText, IsShortForEveryFailure) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < oracle::status_count; ++i)
    names.emplace_back(oracle::name_of(static_cast<oracle::Status>(i)));
  EXPECT_EQ(allowed_text(allowing(names)), "any failure");
  names.erase(std::ranges::find(names, "network_unreachable"));
  EXPECT_EQ(allowed_text(allowing(names)), "any failure but network_unreachable");
  names.emplace_back("network_unreachable");
  names.emplace_back("success");
  EXPECT_EQ(allowed_text(allowing(names)), "anything");
  names.erase(names.begin());
  EXPECT_NE(allowed_text(allowing(names)), "any failure");
  const StepResult two = allowing({"not_found", "invalid_parameter"});
  EXPECT_EQ(allowed_text(two), "not_found or invalid_parameter");
}

}  // namespace
}  // namespace netioconf::reports::words
