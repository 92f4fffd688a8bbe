#pragma once

#include <vector>

#include "oracle/rules/steps/explain.h"

namespace netioconf::oracle {

// One thing that may be the case: answers that the implementation may follow, and the tables as they
// then are.
struct World {
  Answers answers;
  State state;
};

// One way to explain a step in one of the worlds.
struct Leaf {
  std::size_t world = 0;
  Answers answers;  // those of the world, less what this way rules out
  Explanation explanation;
};

[[nodiscard]] inline bool fits(const Leaf& leaf) {
  return leaf.explanation.status_fits && leaf.explanation.wrong == 0;
}

// Every way through the open questions, in every world.
[[nodiscard]] std::vector<Leaf> explore(const std::vector<World>& worlds, const Host& host,
                                        const Step& step, Detail detail);

// The worlds that the leaves that fit lead to. `worlds` are used up; the leaves of each stand together,
// as `explore` leaves them.
[[nodiscard]] std::vector<World> worlds_after(std::vector<World> worlds,
                                              const std::vector<Leaf>& leaves);

// The smallest box around the answers of all worlds, of which there must be one.
[[nodiscard]] Answers hull(const std::vector<World>& worlds);

}  // namespace netioconf::oracle
