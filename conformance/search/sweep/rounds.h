#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "conformance/search/shard/shard.h"
#include "conformance/search/sweep/space.h"

namespace netioconf::conformance::search::sweep {

// The number of a script, and the depth of its region.
struct RoundNumber {
  std::uint64_t number = 0;
  unsigned depth = 1;
};

// An order of the numbers of a space for a search that may stop early. Each round has a few scripts
// spread over each region, and the fewest from the deepest. Scripts that wait for callbacks are separate
// from the others, because they can take long. A shard has its share of each round. The space must
// outlive this object.
class SweepRounds {
 public:
  SweepRounds(const Space& space, spaces::Pace pace, shard::Shard shard = {});

  // nullopt: all numbers have been returned.
  [[nodiscard]] std::optional<RoundNumber> next();

 private:
  // A region that is visited in strides: from 0 in the first round, from 1 in the second, and so on.
  struct Strides {
    const Placed* placed;
    std::uint64_t stride;
    std::uint64_t position = 0;
  };

  [[nodiscard]] bool takes_part(const Strides& strides) const;
  // False if no number is left for another round.
  [[nodiscard]] bool begin_round();

  std::vector<Strides> regions_;
  std::size_t current_ = 0;
  std::uint64_t round_ = 0;
  shard::Shard shard_;
  std::uint64_t passed_ = 0;  // numbers, also of other shards
};

}  // namespace netioconf::conformance::search::sweep
