#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "conformance/search/sweep/space.h"

namespace netioconf::conformance {

// The numbers of a space in an order for those who may have to stop early: round after round with a few
// scripts from all over each region, fewest of the deepest. Scripts that wait for callbacks are apart
// from the others, since they may take their time. The space must outlive it.
class Rounds {
 public:
  Rounds(const Space& space, Pace pace);

  // What is next; nullopt: all were handed out.
  [[nodiscard]] std::optional<std::uint64_t> next();
  // How many numbers of a depth were handed out.
  [[nodiscard]] std::uint64_t done(unsigned depth) const;

 private:
  // A region that is gone through in strides: from 0 in the first round, from 1 in the second, and so
  // on.
  struct Strides {
    const Placed* placed;
    std::uint64_t stride;
    std::uint64_t position = 0;
    std::uint64_t done = 0;
  };

  [[nodiscard]] bool takes_part(const Strides& strides) const;
  // False if nothing is left for another round.
  [[nodiscard]] bool begin_round();

  std::vector<Strides> regions_;
  std::size_t current_ = 0;
  std::uint64_t round_ = 0;
};

}  // namespace netioconf::conformance
