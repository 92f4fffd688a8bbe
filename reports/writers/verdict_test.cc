#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/document/of_report.h"
#include "reports/testing/sample.h"
#include "reports/writers/formats.h"

// A run that did not pass must not look as if it had, for readers of the cases and of the picture.
namespace netioconf::reports::writers {
namespace {

using document::document_of;
using testing::HasSubstr;
using testing::Not;

Report undecided_but_strict() {
  Report report = faultless_report();
  report.set_strict(true);
  report.mutable_steps()->set_undecided(1);
  settle(report);
  return report;
}

Report too_little_judged() {
  Report report = faultless_report();
  report.add_too_little("CreateIpForwardEntry2 was never refused");
  settle(report);
  return report;
}

void expect_no_pass(const Report& report) {
  const document::Document document = document_of(report);
  EXPECT_THAT(tap(document), HasSubstr("\nnot ok 2 - verdict: the run as a whole\n"));
  EXPECT_THAT(junit(document), HasSubstr("failures=\"1\""));
  EXPECT_EQ(badge(document).find("#1a7f37"), std::string::npos);
}

TEST(TheVerdict, IsAFailedCaseOfARunThatIsStrict) { expect_no_pass(undecided_but_strict()); }

TEST(TheVerdict, IsAFailedCaseOfARunThatTestsTooLittle) { expect_no_pass(too_little_judged()); }

TEST(TheVerdict, IsNoCaseOfARunThatPassesOrHasAFailedCase) {
  EXPECT_THAT(tap(document_of(faultless_report())), Not(HasSubstr("verdict:")));
  EXPECT_THAT(tap(document_of(sample_report())), Not(HasSubstr("verdict:")));
}

}  // namespace
}  // namespace netioconf::reports::writers
