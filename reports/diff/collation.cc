#include "reports/diff/collation.h"

#include <algorithm>
#include <utility>

#include "oracle/describe.h"

namespace netioconf::reports {
namespace {

// The script as the first of them did it that did anything.
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
    if (!script.done[run]) return "not had of all that are compared";
    if (why.empty()) why = script.traces[run].skipped;
  }
  return why.empty() ? "nothing was called" : why;
}

// Whether the rules between which the smaller leaves the order open are among those of the larger, and
// the same implementations take the same side.
bool says_the_same(const DifferenceKey& small, const DifferenceKey& large) {
  return small.call == large.call && small.agreeing == large.agreeing &&
         std::includes(large.cause.rules.begin(), large.cause.rules.end(), small.cause.rules.begin(),
                       small.cause.rules.end());
}

}  // namespace

std::vector<Parting> partings_in(const Compared& script, oracle::Profile profile) {
  std::vector<Attempted> attempted;
  for (std::size_t run = 0; run < script.traces.size(); ++run) {
    const bool there = script.done[run] && !script.traces[run].steps.empty();
    attempted.push_back(there ? Attempted{&script.traces[run], &script.judgements[run]} : Attempted{});
  }
  return partings_of(attempted, profile);
}

void Collation::add(const Compared& script) {
  std::vector<std::size_t> steps;
  for (std::size_t run = 0; run < script.traces.size(); ++run) {
    if (script.done[run] && !script.traces[run].steps.empty())
      steps.push_back(script.traces[run].steps.size());
  }
  if (steps.size() < 2) {
    ++left_out_[why_left_out(script)];
    return;
  }
  std::sort(steps.begin(), steps.end());
  ++scripts_;
  steps_ += steps[steps.size() - 2];
  std::vector<Parting> partings = partings_in(script, profile_);
  if (partings.empty()) return;
  Length length{0, script.rank, 0, script.origin, script.name};
  for (const oracle::Step& step : fullest(script)->steps) {
    if (step.probe) continue;
    ++std::get<0>(length);
    std::get<2>(length) += oracle::describe(step.operation).size();
  }
  for (Parting& parting : partings) add(script, length, std::move(parting));
}

void Collation::add(const Compared& script, const Length& length, Parting parting) {
  DifferenceKey key = key_of(parting);
  const auto [place, is_new] = drafts_.try_emplace(std::move(key));
  Draft& draft = place->second;
  ++draft.difference.places;
  if (script.origin == Origin::committed) ++draft.committed[script.name];
  if (script.origin == Origin::generated) ++draft.difference.generated;
  if (!is_new && !(length < draft.length)) return;
  draft.length = length;
  draft.difference.example = script;
  draft.difference.shown = std::move(parting);
}

void Collation::absorb_larger_orders() {
  std::vector<DifferenceKey> orders;
  for (const auto& [key, draft] : drafts_) {
    if (key.cause.kind == Kind::order) orders.push_back(key);
  }
  std::sort(orders.begin(), orders.end(), [](const DifferenceKey& a, const DifferenceKey& b) {
    return std::pair{a.cause.rules.size(), a.cause.rules} <
           std::pair{b.cause.rules.size(), b.cause.rules};
  });
  for (std::size_t small = 0; small < orders.size(); ++small) {
    for (std::size_t large = orders.size() - 1; large > small; --large) {
      if (!says_the_same(orders[small], orders[large])) continue;
      absorb(drafts_.at(orders[small]), drafts_.extract(orders[large]).mapped());
      orders.erase(orders.begin() + static_cast<std::ptrdiff_t>(large));
    }
  }
}

void Collation::absorb(Draft& small, const Draft& large) {
  small.difference.places += large.difference.places;
  small.difference.generated += large.difference.generated;
  for (const auto& [script, places] : large.committed) small.committed[script] += places;
}

void Collation::fold_into(Comparison& comparison) {
  absorb_larger_orders();
  comparison.scripts = scripts_;
  comparison.steps = steps_;
  for (const auto& [why, scripts] : left_out_) comparison.left_out.push_back({why, scripts});
  for (const auto& [key, draft] : drafts_) {
    Difference& difference = comparison.differences.emplace_back(draft.difference);
    difference.key = key;
    for (const auto& [script, places] : draft.committed) difference.committed.push_back({script, places});
  }
}

}  // namespace netioconf::reports
