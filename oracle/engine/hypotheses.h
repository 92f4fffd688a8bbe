#pragma once

#include <span>
#include <vector>

#include "oracle/rules/steps/step.h"

namespace netioconf::oracle::engine {

// One hypothesis: answers that the implementation may follow, and the resulting state of the tables.
struct Hypothesis {
  readings::OpenReadings answers;
  state::State state;
};

// One outcome of a step in one of the hypotheses.
struct Branch {
  std::size_t hypothesis = 0;
  readings::OpenReadings answers;  // those of the hypothesis, without those that this outcome rules out
  bool has_ruled_out = false;      // answers that are not in the other branches either
  state::StepOutcome outcome;
};

[[nodiscard]] inline bool fits(const Branch& branch) {
  return branch.outcome.status_fits && branch.outcome.wrong == 0;
}

// Whether a step that only this branch of its hypothesis fits leaves fewer answers open.
[[nodiscard]] inline bool rules_out_answers(const Branch& branch) {
  return !fits(branch) || branch.has_ruled_out;
}

// Explains the step under every combination of open answers, in every hypothesis. `used` are branches
// that are not needed any more, whose memory is used again.
[[nodiscard]] std::vector<Branch> explore(const std::vector<Hypothesis>& hypotheses, const Host& host,
                                          const Step& step, state::Detail detail,
                                          std::vector<Branch> used = {});

// Fitting branches of one hypothesis that change its state in the same way, with the answers that they
// leave open.
struct EditGroup {
  const state::StepEdits* edits;  // those of a branch
  std::vector<readings::OpenReadings> boxes;
};
[[nodiscard]] std::vector<EditGroup> edit_groups_of(std::span<const Branch> branches);

// The hypotheses after the step, according to the branches that fit; at least one must. The branches of
// each hypothesis must be adjacent, as `explore` returns them.
[[nodiscard]] std::vector<Hypothesis> hypotheses_after(std::vector<Hypothesis> hypotheses,
                                                       const std::vector<Branch>& branches);

// The smallest product that contains the answers of all hypotheses. `hypotheses` must not be empty.
[[nodiscard]] readings::OpenReadings bounding_set(const std::vector<Hypothesis>& hypotheses);

}  // namespace netioconf::oracle::engine
