#include "oracle/model/finding.h"

#include <gtest/gtest.h>

namespace netioconf::oracle::inline model {
namespace {

TEST(TheFirstDeviation, IsTheFirstFindingThatDeviates) {
  Judgement judgement;
  judgement.findings.resize(4);
  EXPECT_EQ(first_deviation(judgement), nullptr);
  judgement.findings[0].verdict = Verdict::undecided;
  judgement.findings[1].verdict = Verdict::deviates;
  judgement.findings[3].verdict = Verdict::deviates;
  EXPECT_EQ(first_deviation(judgement), &judgement.findings[1]);
}

}  // namespace
}  // namespace netioconf::oracle::inline model
