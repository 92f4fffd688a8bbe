#include "oracle/engine/hypotheses.h"

#include <algorithm>

namespace netioconf::oracle::engine {
namespace {

// True if all branches of a hypothesis fit, change its state in the same way and rule out no answers.
bool all_ways_agree(std::span<const Branch> branches) {
  if (std::ranges::any_of(branches, rules_out_answers)) return false;
  return std::all_of(branches.begin() + 1, branches.end(), [&](const Branch& branch) {
    return branch.outcome.edits == branches.front().outcome.edits;
  });
}

// The branch that fits, if it is the only one; nullptr if several fit.
const Branch* only_fitting(std::span<const Branch> branches) {
  const auto found = std::ranges::find_if(branches, fits);
  if (std::any_of(found + 1, branches.end(), fits)) return nullptr;
  return &*found;
}

// The branches of the same hypothesis as the first one. The branches of a hypothesis are adjacent.
std::span<const Branch> branches_of_one_hypothesis(std::span<const Branch> branches) {
  const auto end = std::find_if(branches.begin(), branches.end(), [&](const Branch& branch) {
    return branch.hypothesis != branches.front().hypothesis;
  });
  return {branches.begin(), end};
}

// The last hypothesis takes over the state and the others get copies. A large table is therefore copied
// only if the documents allow more than one state.
void grow(Hypothesis hypothesis, const std::vector<EditGroup>& groups, std::vector<Hypothesis>& grown) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::vector<readings::OpenReadings>& boxes = groups[i].boxes;
    for (std::size_t j = 0; j < boxes.size(); ++j) {
      const bool last = i + 1 == groups.size() && j + 1 == boxes.size();
      grown.push_back(
          {.answers = boxes[j], .state = last ? std::move(hypothesis.state) : hypothesis.state});
      grown.back().state.apply(*groups[i].edits);
    }
  }
}

}  // namespace

std::vector<Branch> explore(const std::vector<Hypothesis>& hypotheses, const Host& host,
                            const Step& step, state::Detail detail, std::vector<Branch> used) {
  std::vector<Branch> branches = std::move(used);
  branches.clear();
  branches.reserve(hypotheses.size());
  for (std::size_t i = 0; i < hypotheses.size(); ++i) {
    readings::ChoiceEnumerator choices{hypotheses[i].answers};
    do {
      Branch& branch = branches.emplace_back();
      branch.hypothesis = i;
      branch.outcome.detail = detail;
      rules::steps::step(choices, host, hypotheses[i].state, step, branch.outcome);
      branch.answers = choices.answers();
      branch.has_ruled_out = choices.has_ruled_out();
    } while (choices.next());
  }
  return branches;
}

std::vector<EditGroup> edit_groups_of(std::span<const Branch> branches) {
  std::vector<EditGroup> groups;
  for (const Branch& branch : branches) {
    if (!fits(branch)) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const EditGroup& group) {
      return *group.edits == branch.outcome.edits;
    });
    if (same == groups.end()) {
      groups.push_back({.edits = &branch.outcome.edits, .boxes = {branch.answers}});
    } else {
      same->boxes.push_back(branch.answers);
    }
  }
  for (EditGroup& group : groups) readings::merge(group.boxes);
  return groups;
}

std::vector<Hypothesis> hypotheses_after(std::vector<Hypothesis> hypotheses,
                                         const std::vector<Branch>& branches) {
  if (hypotheses.size() == 1) {
    Hypothesis& only = hypotheses.front();
    if (all_ways_agree(branches)) {
      only.state.apply(branches.front().outcome.edits);
      return hypotheses;
    }
    if (const Branch* branch = only_fitting(branches)) {
      only.state.apply(branch->outcome.edits);
      only.answers = branch->answers;
      return hypotheses;
    }
  }
  std::vector<Hypothesis> grown;
  std::span<const Branch> rest = branches;
  while (!rest.empty()) {
    const std::span<const Branch> ways = branches_of_one_hypothesis(rest);
    Hypothesis& hypothesis = hypotheses[ways.front().hypothesis];
    if (all_ways_agree(ways)) {
      hypothesis.state.apply(ways.front().outcome.edits);
      grown.push_back(std::move(hypothesis));
    } else {
      grow(std::move(hypothesis), edit_groups_of(ways), grown);
    }
    rest = rest.subspan(ways.size());
  }
  return grown;
}

readings::OpenReadings bounding_set(const std::vector<Hypothesis>& hypotheses) {
  readings::OpenReadings around = hypotheses.front().answers;
  for (const Hypothesis& hypothesis : hypotheses) around.unite(hypothesis.answers);
  return around;
}

}  // namespace netioconf::oracle::engine
