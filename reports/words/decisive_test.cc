#include "reports/words/decisive.h"

#include <gtest/gtest.h>

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

TEST(WhatDecides, IsTheEndingOfACallThatDoesNotReturn) {
  EXPECT_EQ(decisive(0), "DeleteIpForwardEntry2: crashed, must be not_found");
}

TEST(WhatDecides, IsTheMemberThatIsWrong) {
  EXPECT_EQ(decisive(4), "GetIpForwardEntry2: Metric is 0, must be 5 (and 1 more)");
}

TEST(WhatDecides, IsTheEarlierStepThatFollowedAnotherAnswer) {
  EXPECT_EQ(decisive(1),
            "CreateIpForwardEntry2: success, must be object_already_exists, because step 2 of "
            "route.duplicate/only_the_metric_differs followed \"prefix\"");
}

TEST(WhatDecides, CountsManyStatuses) {
  const Group group = message<Group>("function: 'GetIpForwardTable2' observed: 'success'");
  StepResult step;
  EXPECT_EQ(decisive_text(group, step), "GetIpForwardTable2: success");
  for (const char* name : {"a", "b", "c", "d"}) step.add_allowed(name);
  EXPECT_EQ(decisive_text(group, step), "GetIpForwardTable2: success, must be a, b, c or d");
  step.add_allowed("e");
  EXPECT_EQ(decisive_text(group, step), "GetIpForwardTable2: success, must be one of 5 statuses");
}

}  // namespace
}  // namespace netioconf::reports::words
