#include "fuzz/campaign/mutants.h"

#include <gtest/gtest.h>

#include "fuzz/campaign/mutation_score.h"

namespace netioconf::fuzz::campaign {
namespace {

TEST(Log, CountsTheWorkOfATarget) {
  Detection result;
  read_log(
      "#2\tINITED\nASSERTION FAILED: route.lifetimes FuzzerHash=abc\n"
      "DEVIATES  route.lifetimes          mutant:x, step 1 of 1\n"
      "calls until then: 5678\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec:     "
      "10\n",
      result);
  EXPECT_EQ(result.scripts, 1234U);
  EXPECT_EQ(result.calls, 5678U);
}

TEST(Log, MayHoldNeither) {
  Detection result;
  read_log("==1== ERROR: libFuzzer: timeout after 2 seconds\nstat::number_of_executed_units:", result);
  EXPECT_EQ(result.scripts, 0U);
  EXPECT_EQ(result.calls, 0U);
}

TEST(Log, NamesTheRuleOfTheDeviation) {
  EXPECT_EQ(reported_rule("ASSERTION FAILED: reset empties tables FuzzerHash=abc\n"
                          "DEVIATES  reset.empties-tables: netioconf_reset left 1 anycast address\n"
                          "  where     mutant:x\n"),
            "reset.empties-tables");
  EXPECT_EQ(reported_rule("==1== ERROR: libFuzzer: timeout after 2 seconds\n"), "");
}

TEST(Median, IsInTheMiddle) {
  EXPECT_EQ(median({7}), 7U);
  EXPECT_EQ(median({9, 1, 5}), 5U);
  EXPECT_EQ(median({9, 1, 5, 3}), 4U);
}

}  // namespace
}  // namespace netioconf::fuzz::campaign
