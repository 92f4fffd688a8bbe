#include "conformance/search/schedule/schedule.h"

#include <algorithm>

namespace netioconf::conformance::search::schedule {
namespace {

// A call of the properties takes three times as long as a call of the quick sweep.
constexpr std::uint64_t share_of_sweep = 3;
constexpr std::uint64_t share_of_waiting = 1;
constexpr std::uint64_t share_of_properties = 1;

}  // namespace

Schedule::Schedule(const sweep::Space& space, const shard::Shard& shard, Lookahead lookahead)
    : lookahead_{lookahead},
      quick_numbers_{space, sweep::spaces::Pace::quick, shard},
      waiting_numbers_{space, sweep::spaces::Pace::waiting, shard},
      shares_{{.share = share_of_sweep}, {.share = share_of_waiting}, {.share = share_of_properties}} {
  static_assert(part_count == 3);
}

void Schedule::learn_costs() {
  const std::uint64_t block = picked_ / lookahead_.picks_in_block;
  if (block == 0) return;
  const std::uint64_t ended = block < lookahead_.blocks ? 1 : block - lookahead_.blocks + 1;
  for (; learned_ < ended * lookahead_.picks_in_block; ++learned_) {
    const auto& [pick, cost] = to_learn_.front();
    // A run has a cost even if nothing was called.
    of(pick.part).spent.end(1 + cost);
    if (pick.part == Part::properties) test_cases_.end(pick.test_case, cost);
    to_learn_.pop_front();
  }
}

Part Schedule::cheapest() const {
  const auto less = [](const Share& one, const Share& other) {
    if (one.exhausted != other.exhausted) return other.exhausted;
    return one.spent.cost() * other.share < other.spent.cost() * one.share;
  };
  return static_cast<Part>(std::ranges::min_element(shares_, less) - shares_.begin());
}

Pick Schedule::next() {
  if (picked_ % lookahead_.picks_in_block == 0) learn_costs();
  for (;;) {
    Pick pick{.part = cheapest()};
    if (pick.part == Part::properties) {
      pick.test_case = test_cases_.next();
    } else {
      const auto number = (pick.part == Part::sweep ? quick_numbers_ : waiting_numbers_).next();
      of(pick.part).exhausted = !number;
      if (!number) continue;
      pick.script = *number;
    }
    ++of(pick.part).spent.begun;
    ++picked_;
    return pick;
  }
}

void Schedule::end(const Pick& pick, std::uint64_t cost) { to_learn_.emplace_back(pick, cost); }

}  // namespace netioconf::conformance::search::schedule
