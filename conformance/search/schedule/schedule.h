#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "conformance/implementations/api/transport.h"
#include "conformance/search/properties/test_case_order.h"
#include "conformance/search/shard/shard.h"
#include "conformance/search/sweep/rounds.h"
#include "conformance/search/sweep/space.h"

namespace netioconf::conformance::search::schedule {

// The searches that share a budget.
enum class Part : std::uint8_t { sweep, waiting_sweep, properties };
inline constexpr std::size_t part_count = 3;

// What a search runs next.
struct Pick {
  Part part = Part::sweep;
  sweep::RoundNumber script = {};         // of a sweep
  properties::TestCaseId test_case = {};  // of the properties
};

// How far the picks may be ahead of the costs. A schedule does not depend on when the costs become
// known, only on this.
struct Lookahead {
  std::size_t picks_in_block = 1;
  std::size_t blocks = 1;  // that may have begun and not ended
};

// Each cost is known before the next pick: for runs that may wait a long time.
inline constexpr Lookahead one_by_one{};
// For runs that cost about the same, so that several threads can run them. A block is long enough that
// handing it over takes a small part of its time.
inline constexpr Lookahead in_blocks{.picks_in_block = 128, .blocks = 32};

[[nodiscard]] constexpr Lookahead lookahead_for(implementations::Callbacks callbacks) {
  return callbacks == implementations::Callbacks::at_once ? in_blocks : one_by_one;
}

// The order in which the searches run. The next one is the one with the least cost for its share. It
// never ends, because the properties do not.
class Schedule {
 public:
  // The space must outlive this object.
  Schedule(const sweep::Space& space, const shard::Shard& shard, Lookahead lookahead);

  // No more blocks may have begun and not ended than the lookahead says. The first one must end before
  // the second begins, because it shows what to expect.
  [[nodiscard]] Pick next();
  // Called in the order of the picks. `cost` is that of its traces.
  void end(const Pick& pick, std::uint64_t cost);

  [[nodiscard]] const Lookahead& lookahead() const { return lookahead_; }

 private:
  struct Share {
    std::uint64_t share;
    properties::Spending spent = {};
    bool exhausted = false;
  };

  // What the picks of the next block may depend on.
  void learn_costs();
  [[nodiscard]] Part cheapest() const;
  [[nodiscard]] Share& of(Part part) { return shares_[static_cast<std::size_t>(part)]; }

  Lookahead lookahead_;
  sweep::SweepRounds quick_numbers_;
  sweep::SweepRounds waiting_numbers_;
  properties::TestCaseOrder test_cases_;
  std::vector<Share> shares_;
  std::uint64_t picked_ = 0;
  std::uint64_t learned_ = 0;                            // picks whose cost counts
  std::deque<std::pair<Pick, std::uint64_t>> to_learn_;  // with their costs, after those
};

}  // namespace netioconf::conformance::search::schedule
