#include "reports/diff/group_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <vector>

#include "reports/model/report.h"
#include "reports/words/decisive.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff {
namespace {

auto defect_of(const Group& group) { return std::tie(group.rule(), group.reading(), group.function()); }
auto key_of(const Group& group) { return std::tuple_cat(defect_of(group), std::tie(group.observed())); }

std::string standing_of(const Group& group) { return group.new_findings() == 0 ? "known" : "new"; }

using NameSet = std::set<std::string>;

NameSet scripts_of(const Group& group) {
  NameSet names;
  for (const Occurrence& script : group.scripts()) names.insert(script.name());
  return names;
}

NameSet committed_scripts(const Report& report) {
  NameSet names;
  for (const ScriptResult& script : report.scripts()) {
    if (script.origin() == Origin::committed) names.insert(script.name());
  }
  return names;
}

NameSet skipped_scripts(const Report& report) {
  NameSet names;
  for (const ScriptResult& script : report.scripts()) {
    if (script.verdict() == Verdict::skipped) names.insert(script.name());
  }
  return names;
}

bool is_subset(const NameSet& part, const NameSet& whole) { return std::ranges::includes(whole, part); }

NameSet common_of(const NameSet& one, const NameSet& other) {
  NameSet common;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::inserter(common, common.end()));
  return common;
}

// Adds to `parts` which names are in `names` and not in `others`.
void add_missing(std::vector<std::string>& parts, const char* what, const NameSet& names,
                 const NameSet& others) {
  std::vector<std::string> missing;
  std::set_difference(names.begin(), names.end(), others.begin(), others.end(),
                      std::back_inserter(missing));
  if (!missing.empty()) parts.push_back(fmt::format("{} {}", what, fmt::join(missing, ", ")));
}

// The counts of a group in its report.
void count_into(const Report& report, int index, GroupCounts& counts) {
  const Group& group = report.groups(index);
  counts.set_index(static_cast<std::uint32_t>(index));
  counts.set_observed(group.observed());
  counts.set_findings(group.findings());
  counts.set_new_findings(group.new_findings());
  for (const Occurrence& script : group.scripts()) counts.add_scripts(script.name());
}

void describe(const Report& report, const Group& group, Change& change) {
  const ScriptResult& script = shortest_script(report, group);
  const StepResult& step = shortest_step(report, group);
  change.set_rule(group.rule());
  change.set_reading(group.reading());
  change.set_function(group.function());
  change.set_call(step.call());
  change.set_allowed(words::listed(step.allowed(), "or"));
  change.set_reply(step.reply());
  change.set_script(script.name());
  change.set_path(script.path());
  change.set_place(step.place());
  change.set_replay(script.replay());
  change.set_decided_by(words::decisive_text(group, step));
}

// What changed in a deviation that both reports contain.
struct Differences {
  std::vector<std::string> worse;  // or neither worse nor better
  std::vector<std::string> better;
};

std::string text_of(const Differences& found) {
  std::vector<std::string> parts = found.worse;
  parts.insert(parts.end(), found.better.begin(), found.better.end());
  return fmt::format("{}", fmt::join(parts, "; "));
}

constexpr int none = -1;

class GroupPairing {
 public:
  GroupPairing(const Report& before, const Report& after)
      : before_{before},
        after_{after},
        in_both_{common_of(committed_scripts(before), committed_scripts(after))},
        skipped_{skipped_scripts(after)},
        pair_of_before_(static_cast<std::size_t>(before.groups_size()), none),
        pair_of_after_(static_cast<std::size_t>(after.groups_size()), none) {
    pair_up([](const Group& a, const Group& b) { return key_of(a) == key_of(b); });
    pair_up([](const Group& a, const Group& b) { return defect_of(a) == defect_of(b); });
  }

  void add_to(Changes& changes) const {
    for (int i = 0; i < after_.groups_size(); ++i) {
      if (pair_of_after_[static_cast<std::size_t>(i)] == none) add(changes, Fate::added, none, i, "");
    }
    for (int i = 0; i < before_.groups_size(); ++i) {
      if (pair_of_before_[static_cast<std::size_t>(i)] == none)
        add(changes, Fate::gone, i, none, why_gone(before_.groups(i)));
    }
    for (const Fate::Value fate : {Fate::changed, Fate::unchanged}) {
      for (int i = 0; i < before_.groups_size(); ++i) {
        const int pair = pair_of_before_[static_cast<std::size_t>(i)];
        if (pair == none) continue;
        const Differences found = differences(before_.groups(i), after_.groups(pair));
        const bool none_found = found.worse.empty() && found.better.empty();
        if (none_found != (fate == Fate::unchanged)) continue;
        Change& change = add(changes, fate, i, pair, text_of(found));
        change.set_lessened(found.worse.empty() && !none_found);
      }
    }
  }

 private:
  template <class Same>
  void pair_up(Same same) {
    for (int i = 0; i < before_.groups_size(); ++i) {
      int& pair = pair_of_before_[static_cast<std::size_t>(i)];
      for (int k = 0; k < after_.groups_size() && pair == none; ++k) {
        int& other = pair_of_after_[static_cast<std::size_t>(k)];
        if (other != none || !same(before_.groups(i), after_.groups(k))) continue;
        pair = k;
        other = i;
      }
    }
  }

  Change& add(Changes& changes, Fate::Value fate, int before, int after, const std::string& what) const {
    Change& change = *changes.add_deviations();
    change.set_fate(fate);
    change.set_what(what);
    if (before != none) count_into(before_, before, *change.mutable_before());
    if (after != none) count_into(after_, after, *change.mutable_after());
    after == none ? describe(before_, before_.groups(before), change)
                  : describe(after_, after_.groups(after), change);
    return change;
  }

  // Scripts that only one report contains say nothing about the implementation.
  [[nodiscard]] Differences differences(const Group& old, const Group& now) const {
    Differences found;
    if (old.observed() != now.observed())
      found.worse.push_back(fmt::format("{} instead of {}", now.observed(), old.observed()));
    if (standing_of(old) != standing_of(now)) {
      auto& parts = now.new_findings() == 0 ? found.better : found.worse;
      parts.push_back(fmt::format("{} instead of {}", standing_of(now), standing_of(old)));
    }
    const NameSet before = common_of(scripts_of(old), in_both_);
    const NameSet after = common_of(scripts_of(now), in_both_);
    add_missing(found.worse, "now also in", after, before);
    add_missing(found.better, "no longer in", before, after);
    return found;
  }

  [[nodiscard]] std::string why_gone(const Group& group) const {
    const NameSet run_again = common_of(scripts_of(group), in_both_);
    if (!run_again.empty()) return is_subset(run_again, skipped_) ? "its scripts were skipped" : "";
    return group.scripts().empty() ? "it was only in generated scripts, which differ from run to run"
                                   : "none of its scripts was run again";
  }

  const Report& before_;
  const Report& after_;
  NameSet in_both_;
  NameSet skipped_;  // in the later report
  std::vector<int> pair_of_before_;
  std::vector<int> pair_of_after_;
};

}  // namespace

void add_group_changes(const Report& before, const Report& after, Changes& changes) {
  GroupPairing{before, after}.add_to(changes);
}

}  // namespace netioconf::reports::diff
