#include "reports/diff/same_result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/testing/sample.h"

namespace netioconf::reports::diff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(TheResults, AreTheSameWhateverScriptsShowThem) {
  Report other = sample_report();
  other.mutable_scripts_count()->set_conforms(9000);
  other.set_command("another");
  EXPECT_THAT(result_differences(sample_report(), other), IsEmpty());
}

TEST(TheResults, DifferInOutcomeRulesAndReadings) {
  const auto [before, after] = sample_reports();
  EXPECT_THAT(result_differences(before.report, after.report),
              Contains("duplicate-key: follows prefix, now follows prefix + next hop"));
  EXPECT_THAT(result_differences(sample_report(), faultless_report()),
              Contains("outcome: deviates, now conforms"));
}

TEST(TheResults, DifferInHowTheyWereJudged) {
  Report other = sample_report();
  other.set_profile(Profile::windows);
  other.set_catalogue("ffff");
  other.set_strict(!other.strict());
  EXPECT_THAT(
      result_differences(sample_report(), other),
      ElementsAre("profile: documented, now windows",
                  "catalogue: " + sample_report().catalogue() + ", now ffff", "strict: yes, now no"));
}

}  // namespace
}  // namespace netioconf::reports::diff
