#include <gtest/gtest.h>

#include "conformance/emulator/samples_for_test.h"

// Lifetimes and ages on the clock that advance() moves.
namespace netioconf::conformance::emulator {
namespace {

using namespace samples;

MIB_IPFORWARD_ROW2 living(std::uint32_t valid_s, std::uint32_t preferred_s) {
  MIB_IPFORWARD_ROW2 row = a_route();
  row.ValidLifetime = valid_s;
  row.PreferredLifetime = preferred_s;
  return row;
}

void count(PVOID context, PMIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE) { ++*static_cast<int*>(context); }

TEST(Clock, MovesByAdvanceOnlyAfterItsFirstCall) {
  std::uint64_t now_s = 0;
  Emulator emulator(a_host(), common(), [&now_s] { return now_s; });
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  now_s = 5;
  EXPECT_EQ(routes_of(emulator).at(0).Age, 5U);
  ASSERT_EQ(emulator.advance(0), 0);
  now_s = 1000;
  EXPECT_EQ(routes_of(emulator).at(0).Age, 5U);
  ASSERT_EQ(emulator.advance(3), 0);
  EXPECT_EQ(routes_of(emulator).at(0).Age, 8U);
}

TEST(Clock, MovesByItselfAfterAReset) {
  std::uint64_t now_s = 0;
  Emulator emulator(a_host(), common(), [&now_s] { return now_s; });
  ASSERT_EQ(emulator.advance(7), 0);
  ASSERT_EQ(emulator.reset(a_host()), 0);
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  now_s = 2;
  EXPECT_EQ(routes_of(emulator).at(0).Age, 2U);
}

TEST(Clock, TellsAtTheAdvanceAndOnceWhatEnds) {
  Emulator emulator(a_host());
  MIB_IPFORWARD_ROW2 row = living(2, 2);
  ASSERT_EQ(emulator.advance(0), 0);
  ASSERT_EQ(emulator.create_route(&row), STATUS_SUCCESS);
  int heard = 0;
  HANDLE handle = nullptr;
  ASSERT_EQ(emulator.notify_route_change(unspecified, &count, &heard, 0, &handle), STATUS_SUCCESS);
  ASSERT_EQ(emulator.advance(2), 0);
  EXPECT_EQ(heard, 0);
  ASSERT_EQ(emulator.advance(1), 0);
  EXPECT_EQ(heard, 1);
  EXPECT_EQ(emulator.get_route(&row), STATUS_NOT_FOUND);
  ASSERT_EQ(emulator.advance(100), 0);
  EXPECT_EQ(heard, 1);
}

TEST(Clock, EndsRoutesAtTheirLifetimeOrASecondLater) {
  const auto exists = [](const Behaviour& behaviour) {
    Emulator emulator(a_host(), behaviour);
    const MIB_IPFORWARD_ROW2 row = living(4, 4);
    EXPECT_EQ(emulator.advance(0), 0);
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    EXPECT_EQ(emulator.advance(3), 0);
    EXPECT_EQ(routes_of(emulator).size(), 1U);
    EXPECT_EQ(emulator.advance(1), 0);
    const bool found = !routes_of(emulator).empty();
    EXPECT_EQ(emulator.advance(1), 0);
    EXPECT_TRUE(routes_of(emulator).empty());
    return found;
  };
  EXPECT_TRUE(exists(common()));
  EXPECT_TRUE(exists(literal()));
  EXPECT_TRUE(exists(windows()));
  EXPECT_FALSE(exists(lenient()));
}

TEST(Clock, CountsLifetimesDownInLenientOnly) {
  const auto left = [](const Behaviour& behaviour) {
    Emulator emulator(a_host(), behaviour);
    const MIB_IPFORWARD_ROW2 row = living(10, 3);
    EXPECT_EQ(emulator.advance(0), 0);
    EXPECT_EQ(emulator.create_route(&row), NO_ERROR);
    EXPECT_EQ(emulator.advance(4), 0);
    const MIB_IPFORWARD_ROW2 shown = routes_of(emulator).at(0);
    return std::pair(shown.ValidLifetime, shown.PreferredLifetime);
  };
  EXPECT_EQ(left(common()), std::pair(10U, 3U));
  EXPECT_EQ(left(literal()), std::pair(10U, 3U));
  EXPECT_EQ(left(windows()), std::pair(10U, 3U));
  EXPECT_EQ(left(lenient()), std::pair(6U, 0U));
}

TEST(Clock, LeavesInfiniteLifetimes) {
  Emulator emulator(a_host(), lenient());
  const MIB_IPFORWARD_ROW2 row = a_route();
  ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
  ASSERT_EQ(emulator.advance(0xffffffff), 0);
  ASSERT_EQ(emulator.advance(0xffffffff), 0);
  EXPECT_EQ(routes_of(emulator).at(0).ValidLifetime, 0xffffffffU);
  EXPECT_EQ(routes_of(emulator).at(0).Age, 0xffffffffU);
}

// Some programs keep their routes alive so.
TEST(Clock, BeginsAgainForARouteThatIsSet) {
  for (const std::string_view name : personality_names) {
    Emulator emulator(a_host(), *personality(name));
    const MIB_IPFORWARD_ROW2 row = living(600, 600);
    ASSERT_EQ(emulator.advance(0), 0);
    ASSERT_EQ(emulator.create_route(&row), NO_ERROR);
    for (int renewal = 0; renewal < 3; ++renewal) {
      ASSERT_EQ(emulator.advance(540), 0);
      ASSERT_EQ(emulator.set_route(&row), NO_ERROR) << name;
      EXPECT_EQ(routes_of(emulator).at(0).Age, 0U) << name;
    }
    ASSERT_EQ(emulator.advance(601), 0);
    EXPECT_TRUE(routes_of(emulator).empty()) << name;
  }
}

}  // namespace
}  // namespace netioconf::conformance::emulator
