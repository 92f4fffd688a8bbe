#pragma once

#include <vector>

#include "oracle/rules/steps/explain.h"

namespace netioconf::oracle::engine {

// One hypothesis: answers that the implementation may follow, and the resulting state of the tables.
struct World {
  readings::Answers answers;
  state::State state;
};

// One explanation of a step in one of the worlds.
struct Leaf {
  std::size_t world = 0;
  readings::Answers answers;  // those of the world, without those that this explanation rules out
  state::Explanation explanation;
};

[[nodiscard]] inline bool fits(const Leaf& leaf) {
  return leaf.explanation.status_fits && leaf.explanation.wrong == 0;
}

// Explains the step under every combination of open answers, in every world.
[[nodiscard]] std::vector<Leaf> explore(const std::vector<World>& worlds, const Host& host,
                                        const Step& step, state::Detail detail);

// The worlds after the step, according to the leaves that fit. The leaves of each world must be
// adjacent, as `explore` returns them.
[[nodiscard]] std::vector<World> worlds_after(std::vector<World> worlds,
                                              const std::vector<Leaf>& leaves);

// The smallest box that contains the answers of all worlds. `worlds` must not be empty.
[[nodiscard]] readings::Answers hull(const std::vector<World>& worlds);

}  // namespace netioconf::oracle::engine
