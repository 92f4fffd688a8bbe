#include "conformance/execution/needed_before.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::execution {
namespace {

using std::chrono::seconds;

TEST(TheTimeForRepeating, IsAMinuteUnlessCallsMayTakeLonger) {
  RepeatingTime time{seconds{5}};
  time.add(seconds{59});
  EXPECT_FALSE(time.is_over());
  time.add(seconds{1});
  EXPECT_TRUE(time.is_over());
  RepeatingTime on_a_slow_machine{seconds{60}};
  on_a_slow_machine.add(seconds{719});
  EXPECT_FALSE(on_a_slow_machine.is_over());
}

TEST(TheTimeForRepeating, IsFourTimesThatOfALongRun) {
  RepeatingTime time{seconds{5}, seconds{25}};
  time.add(seconds{99});
  EXPECT_FALSE(time.is_over());
  time.add(seconds{1});
  EXPECT_TRUE(time.is_over());
}

}  // namespace
}  // namespace netioconf::conformance::execution
