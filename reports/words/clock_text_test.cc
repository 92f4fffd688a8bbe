#include "reports/words/clock_text.h"

#include <gtest/gtest.h>

namespace netioconf::reports::words {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(ClockText, HasMinutesAndSeconds) {
  EXPECT_EQ(clock_text(seconds{0}), "0:00");
  EXPECT_EQ(clock_text(milliseconds{125'999}), "2:05");
  EXPECT_EQ(clock_text(seconds{3599}), "59:59");
}

TEST(ClockText, HasHoursIfThereAreAny) {
  EXPECT_EQ(clock_text(hours{1}), "1:00:00");
  EXPECT_EQ(clock_text(seconds{3723}), "1:02:03");
  EXPECT_EQ(clock_text(hours{100}), "100:00:00");
}

}  // namespace
}  // namespace netioconf::reports::words
