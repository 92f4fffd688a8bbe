#include "conformance/search/schedule/schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <tuple>

namespace netioconf::conformance::search::schedule {
namespace {

const sweep::Space& space() {
  static const sweep::Space all{sweep::depth_max};
  return all;
}

using Shown = std::tuple<Part, std::uint64_t, unsigned, std::size_t, std::uint64_t>;

Shown shown(const Pick& pick) {
  return {pick.part, pick.script.number, pick.script.depth, pick.test_case.kind, pick.test_case.number};
}

constexpr std::array<std::uint64_t, part_count> uneven_costs{5, 7, 40};

std::uint64_t cost_of(const Pick& pick) { return uneven_costs[static_cast<std::size_t>(pick.part)]; }

// So many picks, with the most blocks that may be ahead of their costs.
std::vector<Shown> picks(std::size_t count, const Lookahead& lookahead, std::size_t blocks_ahead) {
  Schedule schedule{space(), {}, lookahead};
  std::vector<Shown> all;
  std::deque<Pick> begun;
  const auto end_until = [&](std::size_t left) {
    for (; begun.size() > left; begun.pop_front()) schedule.end(begun.front(), cost_of(begun.front()));
  };
  while (all.size() < count) {
    if (all.size() % lookahead.picks_in_block == 0) {
      const bool is_second = all.size() == lookahead.picks_in_block;
      end_until(is_second ? 0 : (blocks_ahead - 1) * lookahead.picks_in_block);
    }
    begun.push_back(schedule.next());
    all.push_back(shown(begun.back()));
  }
  return all;
}

TEST(Schedule, DoesNotDependOnWhenCostsBecomeKnown) {
  const auto at_once = picks(20'000, in_blocks, 1);
  EXPECT_TRUE(picks(20'000, in_blocks, 5) == at_once);
  EXPECT_TRUE(picks(20'000, in_blocks, in_blocks.blocks) == at_once);
}

void expect_shares(const Lookahead& lookahead) {
  std::array<std::uint64_t, part_count> costs{};
  constexpr std::size_t before_exhaustion = 1500;  // of the scripts that wait
  for (const Shown& pick : picks(before_exhaustion, lookahead, lookahead.blocks)) {
    const auto part = static_cast<std::size_t>(std::get<Part>(pick));
    costs[part] += 1 + uneven_costs[part];
  }
  const double properties = static_cast<double>(costs[2]);
  EXPECT_NEAR(static_cast<double>(costs[0]) / properties, 3, 0.1);
  EXPECT_NEAR(static_cast<double>(costs[1]) / properties, 1, 0.1);
}

TEST(Schedule, GivesEachPartItsShareOfTheCost) {
  expect_shares(one_by_one);
  expect_shares(in_blocks);
}

TEST(Schedule, GoesOnWithThePropertiesAfterTheSweep) {
  // The shard has a few numbers of each round only.
  Schedule schedule{space(), {.number = 1, .count = 2'000'000}, one_by_one};
  std::array<std::uint64_t, part_count> counts{};
  for (int count = 0; count < 2000; ++count) {
    const Pick pick = schedule.next();
    ++counts[static_cast<std::size_t>(pick.part)];
    schedule.end(pick, 1);
  }
  EXPECT_LE(counts[0] + counts[1], 10U);
  EXPECT_GE(counts[0], 1U);
}

// A wait for a callback that does not come costs as much as many calls.
TEST(Schedule, WaitsRarelyIfWaitingIsExpensive) {
  Schedule schedule{space(), {}, one_by_one};
  std::array<std::uint64_t, part_count> counts{};
  for (int count = 0; count < 10'000; ++count) {
    const Pick pick = schedule.next();
    ++counts[static_cast<std::size_t>(pick.part)];
    schedule.end(pick, pick.part == Part::waiting_sweep ? 500'000 : 5);
  }
  EXPECT_LE(counts[1], 2U);
}

}  // namespace
}  // namespace netioconf::conformance::search::schedule
