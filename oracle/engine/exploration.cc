#include "oracle/engine/exploration.h"

#include <algorithm>
#include <span>

namespace netioconf::oracle::engine {
namespace {

// The leaves of one world that change its state in the same way.
struct Branch {
  const std::vector<state::Edit>* edits;
  std::vector<readings::Answers> boxes;
};

std::vector<Branch> branches_of(std::span<const Leaf> leaves) {
  std::vector<Branch> branches;
  for (const Leaf& leaf : leaves) {
    if (!fits(leaf)) continue;
    const auto same = std::find_if(branches.begin(), branches.end(), [&](const Branch& branch) {
      return *branch.edits == leaf.explanation.edits;
    });
    if (same == branches.end()) {
      branches.push_back({.edits = &leaf.explanation.edits, .boxes = {leaf.answers}});
    } else {
      same->boxes.push_back(leaf.answers);
    }
  }
  return branches;
}

void apply(const std::vector<state::Edit>& edits, state::State& state) {
  for (const state::Edit& edit : edits) state.apply(edit);
}

// True if all leaves of a world fit and change its state in the same way. Then the step rules out no
// answers.
bool all_ways_agree(std::span<const Leaf> leaves) {
  return std::all_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    return fits(leaf) && leaf.explanation.edits == leaves.front().explanation.edits;
  });
}

// The leaves of the same world as the first one. The leaves of a world are adjacent.
std::span<const Leaf> leaves_of_one_world(std::span<const Leaf> leaves) {
  const auto end = std::find_if(leaves.begin(), leaves.end(),
                                [&](const Leaf& leaf) { return leaf.world != leaves.front().world; });
  return {leaves.begin(), end};
}

// The last world takes over the state and the others get copies. A large table is therefore copied only
// if the documents allow more than one state.
void grow(World world, std::vector<Branch> branches, std::vector<World>& grown) {
  for (std::size_t i = 0; i < branches.size(); ++i) {
    readings::merge(branches[i].boxes);
    const std::vector<readings::Answers>& boxes = branches[i].boxes;
    for (std::size_t j = 0; j < boxes.size(); ++j) {
      const bool last = i + 1 == branches.size() && j + 1 == boxes.size();
      grown.push_back({.answers = boxes[j], .state = last ? std::move(world.state) : world.state});
      apply(*branches[i].edits, grown.back().state);
    }
  }
}

}  // namespace

std::vector<Leaf> explore(const std::vector<World>& worlds, const Host& host, const Step& step,
                          state::Detail detail) {
  std::vector<Leaf> leaves;
  leaves.reserve(worlds.size());
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    readings::Inquiry inquiry{worlds[i].answers};
    do {
      state::Explanation explanation =
          rules::steps::explain(inquiry, host, worlds[i].state, step, detail);
      leaves.push_back(
          {.world = i, .answers = inquiry.answers(), .explanation = std::move(explanation)});
    } while (inquiry.next());
  }
  return leaves;
}

std::vector<World> worlds_after(std::vector<World> worlds, const std::vector<Leaf>& leaves) {
  if (worlds.size() == 1 && all_ways_agree(leaves)) {
    apply(leaves.front().explanation.edits, worlds.front().state);
    return worlds;
  }
  std::vector<World> grown;
  std::span<const Leaf> rest = leaves;
  while (!rest.empty()) {
    const std::span<const Leaf> ways = leaves_of_one_world(rest);
    World& world = worlds[ways.front().world];
    if (all_ways_agree(ways)) {
      apply(ways.front().explanation.edits, world.state);
      grown.push_back(std::move(world));
    } else {
      grow(std::move(world), branches_of(ways), grown);
    }
    rest = rest.subspan(ways.size());
  }
  return grown;
}

readings::Answers hull(const std::vector<World>& worlds) {
  readings::Answers around = worlds.front().answers;
  for (const World& world : worlds) around.unite(world.answers);
  return around;
}

}  // namespace netioconf::oracle::engine
