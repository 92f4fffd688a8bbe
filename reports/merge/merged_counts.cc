#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "reports/merge/merged_parts.h"

namespace netioconf::reports::merge {
namespace {

using google::protobuf::RepeatedPtrField;

void add(const Counts& more, Counts& sum) {
  sum.set_conforms(sum.conforms() + more.conforms());
  sum.set_deviates(sum.deviates() + more.deviates());
  sum.set_undecided(sum.undecided() + more.undecided());
  sum.set_skipped(sum.skipped() + more.skipped());
}

using Reasons = std::map<std::string, Reason>;

void add(const RepeatedPtrField<Reason>& more, Reasons& sums) {
  for (const Reason& reason : more) {
    Reason& sum = sums[reason.why()];
    sum.set_why(reason.why());
    sum.set_steps(sum.steps() + reason.steps());
    sum.set_scripts(sum.scripts() + reason.scripts());
  }
}

void add_sorted(const Reasons& reasons, RepeatedPtrField<Reason>& list) {
  for (const auto& [why, reason] : reasons) *list.Add() = reason;
  sort_reasons(list);
}

// A seed or a folder that differs is left out.
void add(const Searched& more, std::map<std::string, Searched>& sums) {
  const auto [place, is_first] = sums.try_emplace(more.by(), more);
  if (is_first) return;
  Searched& sum = place->second;
  sum.set_scripts(sum.scripts() + more.scripts());
  sum.set_calls(sum.calls() + more.calls());
  sum.set_seconds(sum.seconds() + more.seconds());
  if (sum.seed() != more.seed()) sum.clear_seed();
  if (sum.scripts_folder() != more.scripts_folder()) sum.clear_scripts_folder();
}

// What a campaign had reached at a time.
const Sample* latest(const RepeatedPtrField<Sample>& series, double elapsed_s) {
  const Sample* found = nullptr;
  for (const Sample& sample : series) {
    if (sample.elapsed_s() <= elapsed_s) found = &sample;
  }
  return found;
}

// Executions add up. What several campaigns reached may be the same, so the most that one reached
// counts.
Sample all_at(double elapsed_s, const PartSet& parts) {
  Sample all;
  all.set_elapsed_s(elapsed_s);
  for (const auto& [name, part] : parts.reports) {
    const Sample* sample = latest(part.series(), elapsed_s);
    if (sample == nullptr) continue;
    all.set_executions(all.executions() + sample->executions());
    all.set_rate(all.rate() + sample->rate());
    all.set_features(std::max(all.features(), sample->features()));
    all.set_rules_reached(std::max(all.rules_reached(), sample->rules_reached()));
    all.set_outcomes_reached(std::max(all.outcomes_reached(), sample->outcomes_reached()));
    all.set_kinds_of_deviation(std::max(all.kinds_of_deviation(), sample->kinds_of_deviation()));
  }
  return all;
}

constexpr std::size_t samples_max = 500;

}  // namespace

void merge_counts(const PartSet& parts, Report& report) {
  Reasons undecided;
  Reasons skipped;
  std::map<std::string, double> deciders;
  std::map<std::string, Searched> searches;
  for (const auto& [name, part] : parts.reports) {
    add(part.scripts_count(), *report.mutable_scripts_count());
    add(part.steps(), *report.mutable_steps());
    add(part.undecided(), undecided);
    add(part.skipped(), skipped);
    for (const Decider& decider : part.deciders()) deciders[decider.by()] += decider.steps();
    for (const Searched& searched : part.searches()) add(searched, searches);
  }
  add_sorted(undecided, *report.mutable_undecided());
  add_sorted(skipped, *report.mutable_skipped());
  for (const auto& [by, steps] : deciders) {
    Decider& decider = *report.add_deciders();
    decider.set_by(by);
    decider.set_steps(steps);
  }
  for (const auto& [by, searched] : searches) *report.add_searches() = searched;
}

void merge_coverage(const PartSet& parts, Report& report) {
  std::map<std::string, RuleCounts> rules;
  std::map<std::tuple<std::string, std::string, std::string>, InputCounts> inputs;
  std::map<std::string, StateCounts> states;
  for (const auto& [name, part] : parts.reports) {
    for (const RuleCounts& more : part.coverage().rules()) {
      RuleCounts& sum = rules[more.rule()];
      sum.set_rule(more.rule());
      sum.set_alone(sum.alone() + more.alone());
      sum.set_together(sum.together() + more.together());
      sum.set_held_off(sum.held_off() + more.held_off());
    }
    for (const InputCounts& more : part.coverage().inputs()) {
      InputCounts& sum = inputs[{more.function(), more.partition(), more.outcome()}];
      const double times = sum.times() + more.times();
      sum = more;
      sum.set_times(times);
    }
    for (const StateCounts& more : part.coverage().states()) {
      StateCounts& sum = states[more.state()];
      sum.set_state(more.state());
      sum.set_times(sum.times() + more.times());
    }
  }
  for (const auto& [rule, sum] : rules) *report.mutable_coverage()->add_rules() = sum;
  for (const auto& [input, sum] : inputs) *report.mutable_coverage()->add_inputs() = sum;
  for (const auto& [state, sum] : states) *report.mutable_coverage()->add_states() = sum;
}

void merge_series(const PartSet& parts, Report& report) {
  std::set<double> times;
  for (const auto& [name, part] : parts.reports) {
    for (const Sample& sample : part.series()) times.insert(sample.elapsed_s());
  }
  const std::size_t stride = times.size() / samples_max + 1;
  std::size_t left = times.size();
  for (const double time : times) {
    if (--left % stride == 0) *report.add_series() = all_at(time, parts);
  }
}

}  // namespace netioconf::reports::merge
