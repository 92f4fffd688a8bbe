#include "fuzz/feedback/tally.h"

#include <gtest/gtest.h>

#include "corpora/files/temporary_folder.h"
#include "fuzz/harness/tested_implementation.h"
#include "fuzz/testing/scripts.h"

namespace netioconf::fuzz::feedback {
namespace {

JudgedInput a_judged_input() {
  oracle::Script script = a_created_route();
  script.operations.push_back(oracle::LinkCall{});
  return try_script(harness::emulated("common"), script, oracle::readings::Profile::documented);
}

TEST(ProgressTally, OutlivesItsWriter) {
  const corpora::files::TemporaryFolder scratch;
  const auto path = scratch.path() / "tally";
  {
    auto tally = SharedTally::open(path);
    ASSERT_TRUE(tally) << tally.error();
    EXPECT_EQ(tally->read().executions, 0U);
    tally->count(a_judged_input());
  }
  auto again = SharedTally::open(path);
  ASSERT_TRUE(again) << again.error();
  again->count(a_judged_input());
  EXPECT_EQ(again->read().executions, 2U);
  EXPECT_EQ(again->read().judged, 2U);
}

TEST(ProgressTally, CountsRulesThatRefusedAndPromisesThatHeld) {
  const corpora::files::TemporaryFolder scratch;
  auto tally = SharedTally::open(scratch.path() / "tally");
  ASSERT_TRUE(tally) << tally.error();
  tally->count(a_judged_input());
  const ProgressTally counted = tally->read();
  EXPECT_GT(counted.rules(), 1U);
  EXPECT_GE(counted.outcomes.count(), counted.rules());
  ProgressTally sum;
  sum.add(counted);
  sum.add(counted);
  EXPECT_EQ(sum.executions, 2U);
  EXPECT_EQ(sum.outcomes, counted.outcomes);
}

TEST(ProgressTally, CannotBeWhereNothingCanBeWritten) {
  EXPECT_FALSE(SharedTally::open("/proc/nowhere/tally"));
}

}  // namespace
}  // namespace netioconf::fuzz::feedback
