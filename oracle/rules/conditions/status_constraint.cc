#include "oracle/rules/conditions/status_constraint.h"

#include <algorithm>
#include <utility>

namespace netioconf::oracle::rules::inline conditions {

void StatusConstraint::note(const Rule& rule, StatusSet statuses) {
  outcome_.because.append(&rule);
  outcome_.allowed.insert(statuses);
}

StatusConstraint::Group& StatusConstraint::group_of(readings::ReadingInstance instance) {
  const auto found = std::ranges::find(groups_, instance, &Group::instance);
  if (found != groups_.end()) return *found;
  groups_.append({.instance = instance, .open = choices_.answers().open(instance)});
  return *found;
}

void StatusConstraint::refuse(const Rule& rule, StatusSet statuses) {
  note(rule, statuses);
  is_refused_ = true;
  is_explained_ = is_explained_ || statuses.contains(observed_);
}

void StatusConstraint::refuse_under(const Rule& rule, const StatusesByAnswer& statuses,
                                    std::optional<readings::ReadingInstance> instance) {
  const unsigned open = instance ? choices_.answers().open(*instance) : 0xffU;
  StatusSet possible;
  Group added;
  for (unsigned answer = 0; answer < statuses.size(); ++answer) {
    const unsigned bit = open & (1U << answer);
    if (bit == 0 || statuses[answer].empty()) continue;
    possible.insert(statuses[answer]);
    added.refusing = static_cast<std::uint8_t>(added.refusing | bit);
    if (statuses[answer].contains(observed_))
      added.with_observed = static_cast<std::uint8_t>(added.with_observed | bit);
  }
  if (added.refusing == 0) return;
  note(rule, possible);
  if (!instance) {
    is_explained_ = is_explained_ || added.with_observed != 0;
    return;
  }
  Group& group = group_of(*instance);
  group.refusing |= added.refusing;
  group.with_observed |= added.with_observed;
}

void StatusConstraint::keep_answers_that_accept() {
  for (const Group& group : groups_)
    choices_.keep(group.instance, static_cast<std::uint8_t>(group.open & ~group.refusing));
}

// In each combination another rule explains the status, and those before it do not.
void StatusConstraint::keep_answers_that_refuse() {
  ShortList<Group, state::most_refusals> explaining;
  for (const Group& group : groups_) {
    if (group.with_observed != 0) explaining.append(group);
  }
  const std::size_t chosen = choices_.one_of(explaining.size());
  for (std::size_t before = 0; before < chosen; ++before) {
    const Group& group = explaining[before];
    choices_.keep(group.instance, static_cast<std::uint8_t>(group.open & ~group.with_observed));
  }
  choices_.keep(explaining[chosen].instance, explaining[chosen].with_observed);
}

void StatusConstraint::apply() {
  for (const Group& group : groups_) {
    is_refused_ = is_refused_ || group.refusing == group.open;
    is_explained_ = is_explained_ || group.with_observed == group.open;
  }
  if (!is_refused_) outcome_.allowed.insert(Status::success);
  if (is_explained_ || !outcome_.allowed.contains(observed_)) return;
  if (observed_ == Status::success) {
    keep_answers_that_accept();
  } else {
    keep_answers_that_refuse();
  }
}

}  // namespace netioconf::oracle::rules::inline conditions
