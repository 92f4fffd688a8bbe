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
      ASSERT_LT(*number, space.size());
      ASSERT_FALSE(seen[*number]) << *number;
      seen[*number] = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
}

TEST(SweepRounds, AreDividedIntoShards) {
  const Space space{1};
  std::vector<unsigned> owners(space.size());
  std::uint64_t done = 0;
  for (std::uint64_t number = 1; number <= 3; ++number) {
    SweepRounds rounds{space, spaces::Pace::quick, {number, 3}};
    while (const auto next = rounds.next()) ++owners[*next];
    done += rounds.done(1);
  }
  EXPECT_LE(*std::max_element(owners.begin(), owners.end()), 1U);
  SweepRounds all{space, spaces::Pace::quick};
  while (all.next()) --done;
  EXPECT_EQ(done, 0U);
}

TEST(SweepRounds, TakeSomeOfEachRegionAtOnce) {
  const Space space{depth_max};
  SweepRounds rounds{space, spaces::Pace::quick};
  std::vector<std::uint64_t> taken(space.regions().size());
  constexpr std::uint64_t first_round = 15'000;
  for (std::uint64_t count = 0; count < first_round; ++count) {
    const std::uint64_t number = *rounds.next();
    std::size_t region = 0;
    while (number >= space.regions()[region].first + space.regions()[region].region.size) ++region;
    ++taken[region];
  }
  for (std::size_t region = 0; region < taken.size(); ++region) {
    if (space.regions()[region].region.pace == spaces::Pace::quick)
      EXPECT_GT(taken[region], 0) << space.regions()[region].region.name;
  }
}

TEST(SweepRounds, SayHowManyOfADepthWereHandedOut) {
  const Space space{1};
  SweepRounds rounds{space, spaces::Pace::quick};
  std::uint64_t count = 0;
  while (rounds.next()) ++count;
  EXPECT_EQ(rounds.done(1), count);
  EXPECT_EQ(rounds.done(2), 0);
}

}  // namespace
}  // namespace netioconf::conformance::search::sweep
