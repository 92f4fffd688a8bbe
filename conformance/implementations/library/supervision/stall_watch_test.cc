#include "conformance/implementations/library/supervision/stall_watch.h"

#include <gtest/gtest.h>

namespace netioconf::conformance::implementations::library::supervision {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds limit{1000};
constexpr StallWatch::Moment begin{};

TEST(StallWatch, AllowsEachCallTheWholeLimit) {
  StallWatch watch{limit, begin};
  StallWatch::Moment now = begin;
  for (std::uint64_t beats = 1; beats <= 20; ++beats) {
    EXPECT_FALSE(watch.is_stalled(beats, now));
    now += limit;
    EXPECT_FALSE(watch.is_stalled(beats, now));
  }
}

TEST(StallWatch, NoticesACallThatTakesLonger) {
  StallWatch watch{limit, begin};
  const auto called = begin + milliseconds{5000};
  EXPECT_FALSE(watch.is_stalled(3, called));
  EXPECT_FALSE(watch.is_stalled(3, called + limit));
  EXPECT_TRUE(watch.is_stalled(3, called + limit + milliseconds{1}));
}

TEST(StallWatch, HasNoLimitBetweenTwoCallsAndBeforeTheFirst) {
  StallWatch watch{limit, begin};
  EXPECT_FALSE(watch.is_stalled(0, begin + 100 * limit));
  EXPECT_FALSE(watch.is_stalled(2, begin));
  EXPECT_FALSE(watch.is_stalled(2, begin + 100 * limit));
}

}  // namespace
}  // namespace netioconf::conformance::implementations::library::supervision
