#include "conformance/search/sweep/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace netioconf::conformance::search::sweep {
namespace {

TEST(SweepRounds, HandOutEachNumberOnce) {
  const Space space{depth_max};
  std::vector<bool> seen(space.size());
  for (const spaces::Pace pace : {spaces::Pace::quick, spaces::Pace::waiting}) {
    SweepRounds rounds{space, pace};
    while (const auto number = rounds.next()) {
      ASSERT_LT(number->number, space.size());
      ASSERT_FALSE(seen[number->number]) << number->number;
      seen[number->number] = true;
    }
  }
  EXPECT_EQ(std::ranges::count(seen, false), 0);
}

TEST(SweepRounds, AreDividedIntoShards) {
  const Space space{1};
  std::vector<unsigned> owners(space.size());
  std::uint64_t count = 0;
  for (std::uint64_t number = 1; number <= 3; ++number) {
    SweepRounds rounds{space, spaces::Pace::quick, {number, 3}};
    while (const auto next = rounds.next()) {
      ++owners[next->number];
      ++count;
    }
  }
  EXPECT_LE(*std::ranges::max_element(owners), 1U);
  SweepRounds all{space, spaces::Pace::quick};
  while (all.next()) --count;
  EXPECT_EQ(count, 0U);
}

TEST(SweepRounds, TakeSomeOfEachRegionAtOnce) {
  const Space space{depth_max};
  SweepRounds rounds{space, spaces::Pace::quick};
  std::vector<std::uint64_t> taken(space.regions().size());
  constexpr std::uint64_t first_round = 15'000;
  for (std::uint64_t count = 0; count < first_round; ++count) {
    const std::uint64_t number = rounds.next()->number;
    std::size_t region = 0;
    while (number >= space.regions()[region].first + space.regions()[region].region.size) ++region;
    ++taken[region];
  }
  for (std::size_t region = 0; region < taken.size(); ++region) {
    if (space.regions()[region].region.pace == spaces::Pace::quick)
      EXPECT_GT(taken[region], 0) << space.regions()[region].region.name;
  }
}

TEST(SweepRounds, SayTheDepthOfEachNumber) {
  const Space space{2};
  SweepRounds rounds{space, spaces::Pace::quick};
  std::uint64_t first_of_depth_2 = space.size();
  for (const Placed& placed : space.regions()) {
    if (placed.depth == 2) first_of_depth_2 = std::min(first_of_depth_2, placed.first);
  }
  for (int count = 0; count < 15'000; ++count) {
    const RoundNumber next = rounds.next().value();
    EXPECT_EQ(next.depth, next.number < first_of_depth_2 ? 1U : 2U) << next.number;
  }
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep
