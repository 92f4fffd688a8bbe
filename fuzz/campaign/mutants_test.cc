#include "fuzz/campaign/mutants.h"

#include <gtest/gtest.h>

namespace netioconf::fuzz {
namespace {

TEST(Log, TellsWhatATargetStoppedAtAndWhen) {
  Search search{.caught = true, .id = ""};
  read_log(
      "#2\tINITED\nASSERTION FAILED: route.lifetimes FuzzerHash=abc\n"
      "DEVIATES  route.lifetimes          mutant:x, step 1 of 1\n"
      "stat::number_of_executed_units: 1234\nstat::average_exec_per_sec:     10\n",
      search);
  EXPECT_EQ(search.executions, 1234U);
  EXPECT_EQ(search.id, "route.lifetimes");
}

TEST(Log, MayHoldNeither) {
  Search search{.caught = true, .id = "before"};
  read_log("==1== ERROR: libFuzzer: timeout after 2 seconds\nstat::number_of_executed_units:", search);
  EXPECT_EQ(search.executions, 0U);
  EXPECT_EQ(search.id, "");
}

TEST(Median, IsInTheMiddle) {
  EXPECT_EQ(median({7}), 7U);
  EXPECT_EQ(median({9, 1, 5}), 5U);
  EXPECT_EQ(median({9, 1, 5, 3}), 4U);
}

}  // namespace
}  // namespace netioconf::fuzz
