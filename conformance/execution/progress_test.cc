#include "conformance/execution/progress.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::execution {
namespace {

using namespace std::chrono_literals;

TEST(ProgressLine, IsDueOnATerminalAfterTwoSecondsAndThenFiveTimesASecond) {
  const ProgressPlace terminal{.on_terminal = true};
  EXPECT_FALSE(is_due(terminal, 1999ms, 1999ms));
  EXPECT_TRUE(is_due(terminal, 2000ms, 2000ms));
  EXPECT_FALSE(is_due(terminal, 60s, 199ms));
  EXPECT_TRUE(is_due(terminal, 60s, 200ms));
}

TEST(ProgressLine, IsDueElsewhereEveryTenSeconds) {
  EXPECT_FALSE(is_due({}, 9999ms, 9999ms));
  EXPECT_TRUE(is_due({}, 10s, 10s));
  EXPECT_FALSE(is_due({}, 60s, 9999ms));
  EXPECT_FALSE(is_due({.interval = 0s}, 600s, 600s));
}

TEST(ProgressLine, EstimatesTheTimeLeftFromTheRate) {
  EXPECT_EQ(progress_line("scripts", 100, 1000, 10s, std::nullopt),
            "100 of 1000 scripts, 10 a second, 1:30 left");
}

TEST(ProgressLine, ShowsTheTimeLeftOfABudget) {
  EXPECT_EQ(progress_line("generated scripts", 50'000, 0, 10s, 65s),
            "50000 generated scripts, 5000 a second, 1:05 left");
  EXPECT_EQ(progress_line("generated scripts", 50'000, 0, 10s, -1ms),
            "50000 generated scripts, 5000 a second, 0:00 left");
}

TEST(ProgressLine, HasNoTimeLeftBeforeTheFirstAndAfterTheLast) {
  EXPECT_EQ(progress_line("searches", 0, 588, 3s, std::nullopt), "0 of 588 searches, 0.0 a second");
  EXPECT_EQ(progress_line("searches", 588, 588, 84s, std::nullopt), "588 of 588 searches, 7.0 a second");
}

}  // namespace
}  // namespace netioconf::conformance::execution
