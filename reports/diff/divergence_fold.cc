#include "reports/diff/divergence_fold.h"

#include <algorithm>
#include <utility>

#include "oracle/words/describe.h"
#include "reports/diff/divergence.h"

namespace netioconf::reports::diff {
namespace {

// The trace with the most steps; the first of them if several are equal.
const oracle::Trace* fullest(const Compared& script) {
  const oracle::Trace* fullest = nullptr;
  for (std::size_t run = 0; run < script.traces.size(); ++run) {
    if (!script.done[run]) continue;
    const oracle::Trace& trace = script.traces[run];
    if (fullest == nullptr || trace.steps.size() > fullest->steps.size()) fullest = &trace;
  }
  return fullest;
}

std::string why_left_out(const Compared& script) {
  std::string why;
  for (std::size_t run = 0; run < script.traces.size(); ++run) {
    if (!script.done[run]) return "not available from every compared implementation";
    if (why.empty()) why = script.traces[run].skipped;
  }
  return why.empty() ? "nothing was called" : why;
}

using AgreeingRuns = std::vector<std::vector<std::size_t>>;

// The groups restricted to the members of `runs`.
AgreeingRuns restricted(const AgreeingRuns& groups, const std::vector<std::size_t>& runs) {
  AgreeingRuns some;
  for (const auto& group : groups) {
    std::vector<std::size_t> kept;
    std::set_intersection(group.begin(), group.end(), runs.begin(), runs.end(),
                          std::back_inserter(kept));
    if (!kept.empty()) some.push_back(std::move(kept));
  }
  std::ranges::sort(some);
  return some;
}

std::vector<std::size_t> runs_of(const AgreeingRuns& groups) {
  std::vector<std::size_t> runs;
  for (const auto& group : groups) runs.insert(runs.end(), group.begin(), group.end());
  std::ranges::sort(runs);
  return runs;
}

// Whether the second difference adds nothing to the first: the same call, the same groups among the
// implementations that take part in it, and the same cause or the order of more rules.
bool repeats(const DifferenceKey& key, const DifferenceKey& other) {
  if (!is_ambiguous(key.cause.kind) || key.cause.kind != other.cause.kind || key.call != other.call)
    return false;
  const std::vector<std::string>& rules = key.cause.rules;
  const std::vector<std::string>& more = other.cause.rules;
  const bool same_cause = key.cause.kind == DifferenceKind::order ? std::ranges::includes(more, rules)
                                                                  : key.cause == other.cause;
  return same_cause && restricted(key.agreeing, runs_of(other.agreeing)) == other.agreeing;
}

// Fewer rules and more implementations carry more information.
auto weight_of(const DifferenceKey& key) {
  const auto runs = static_cast<std::ptrdiff_t>(runs_of(key.agreeing).size());
  return std::pair{key.cause.rules.size(), -runs};
}

}  // namespace

std::vector<Divergence> divergences_in(const Compared& script, oracle::readings::Profile profile) {
  std::vector<Attempted> attempted;
  for (std::size_t run = 0; run < script.traces.size(); ++run) {
    const bool there = script.done[run] && !script.traces[run].steps.empty();
    attempted.push_back(there ? Attempted{&script.traces[run], &script.judgements[run]} : Attempted{});
  }
  return divergences_of(attempted, profile);
}

void DivergenceFold::add(const Compared& script) {
  std::vector<std::size_t> steps;
  for (std::size_t run = 0; run < script.traces.size(); ++run) {
    if (script.done[run] && !script.traces[run].steps.empty())
      steps.push_back(script.traces[run].steps.size());
  }
  if (steps.size() < 2) {
    ++left_out_[why_left_out(script)];
    return;
  }
  std::ranges::sort(steps);
  ++scripts_;
  steps_ += steps[steps.size() - 2];
  std::vector<Divergence> divergences = divergences_in(script, profile_);
  if (divergences.empty()) return;
  Length length{0, script.rank, 0, script.origin, script.name};
  for (const oracle::Step& step : fullest(script)->steps) {
    if (step.probe) continue;
    ++std::get<0>(length);
    std::get<2>(length) += oracle::words::describe(step.operation).size();
  }
  for (Divergence& divergence : divergences) add(script, length, std::move(divergence));
}

void DivergenceFold::add(const Compared& script, const Length& length, Divergence divergence) {
  DifferenceKey key = key_of(divergence);
  const auto [place, is_new] = partial_.try_emplace(std::move(key));
  PartialDifference& partial = place->second;
  ++partial.difference.places;
  if (script.origin == Origin::committed) ++partial.difference.committed[script.name];
  if (script.origin == Origin::generated) ++partial.difference.generated;
  if (!is_new && !(length < partial.length)) return;
  partial.length = length;
  partial.difference.example = script;
  partial.difference.shown = std::move(divergence);
}

void DivergenceFold::add(DivergenceFold later) {
  for (auto& [key, other] : later.partial_) {
    const auto [place, is_new] = partial_.try_emplace(key, std::move(other));
    if (is_new) continue;
    PartialDifference& partial = place->second;
    add_counts(partial, other);
    if (!(other.length < partial.length)) continue;
    partial.length = std::move(other.length);
    partial.difference.example = std::move(other.difference.example);
    partial.difference.shown = std::move(other.difference.shown);
  }
  for (const auto& [why, scripts] : later.left_out_) left_out_[why] += scripts;
  scripts_ += later.scripts_;
  steps_ += later.steps_;
}

void DivergenceFold::absorb_repetitions() {
  std::vector<DifferenceKey> keys;
  for (const auto& [key, partial] : partial_) keys.push_back(key);
  std::ranges::sort(keys, [](const DifferenceKey& a, const DifferenceKey& b) {
    const auto one = weight_of(a);
    const auto other = weight_of(b);
    return one != other ? one < other : a < b;
  });
  for (std::size_t kept = 0; kept < keys.size(); ++kept) {
    for (std::size_t at = keys.size() - 1; at > kept; --at) {
      if (!repeats(keys[kept], keys[at])) continue;
      add_counts(partial_.at(keys[kept]), partial_.extract(keys[at]).mapped());
      keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
}

void DivergenceFold::add_counts(PartialDifference& partial, const PartialDifference& other) {
  partial.difference.places += other.difference.places;
  partial.difference.generated += other.difference.generated;
  for (const auto& [script, places] : other.difference.committed)
    partial.difference.committed[script] += places;
}

std::vector<Difference> DivergenceFold::differences() {
  absorb_repetitions();
  std::vector<Difference> differences;
  for (const auto& [key, partial] : partial_) {
    differences.push_back(partial.difference);
    differences.back().key = key;
  }
  return differences;
}

void DivergenceFold::count_into(Comparison& comparison) const {
  comparison.set_scripts(static_cast<double>(scripts_));
  comparison.set_steps(static_cast<double>(steps_));
  for (const auto& [why, scripts] : left_out_) {
    LeftOut& left_out = *comparison.add_left_out();
    left_out.set_why(why);
    left_out.set_scripts(static_cast<double>(scripts));
  }
}

}  // namespace netioconf::reports::diff
