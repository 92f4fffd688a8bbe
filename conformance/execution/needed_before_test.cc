#include "conformance/execution/needed_before.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::execution {
namespace {

using std::chrono::seconds;

TEST(TheTimeForRepeating, IsAMinute) {
  RepeatingTime time;
  time.add(seconds{59});
  EXPECT_FALSE(time.is_over());
  time.add(seconds{1});
  EXPECT_TRUE(time.is_over());
}

TEST(TheTimeForRepeating, IsFourTimesThatOfALongRun) {
  RepeatingTime time{seconds{25}};
  time.add(seconds{99});
  EXPECT_FALSE(time.is_over());
  time.add(seconds{1});
  EXPECT_TRUE(time.is_over());
}

}  // namespace
}  // namespace netioconf::conformance::execution
