#include "reports/diff/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace netioconf::reports::diff {
namespace {

auto defect_of(const StoredGroup& group) {
  return std::tuple{group.rule, group.reading, group.function};
}
auto key_of(const StoredGroup& group) {
  return std::tuple_cat(defect_of(group), std::tuple{group.observed});
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string standing_of(const StoredGroup& group) { return group.new_findings == 0 ? "known" : "new"; }

using NameSet = std::set<std::string>;

NameSet names_of(const std::vector<StoredScript>& scripts) {
  NameSet names;
  for (const StoredScript& script : scripts) names.insert(script.name);
  return names;
}

std::vector<std::string> missing_in(const NameSet& names, const NameSet& others) {
  std::vector<std::string> missing;
  std::set_difference(names.begin(), names.end(), others.begin(), others.end(),
                      std::back_inserter(missing));
  return missing;
}

// Pairs the groups of the two reports and determines what became of each.
class GroupPairing {
 public:
  GroupPairing(const Stored& before, const Stored& after) : before_{before}, after_{after} {
    const NameSet old_scripts = names_of(before.scripts);
    const NameSet new_scripts = names_of(after.scripts);
    std::set_intersection(old_scripts.begin(), old_scripts.end(), new_scripts.begin(), new_scripts.end(),
                          std::inserter(in_both_, in_both_.end()));
    before_taken_.assign(before.groups.size(), false);
    after_taken_.assign(after.groups.size(), false);
  }

  std::vector<Change> changes() {
    pair_up([](const StoredGroup& a, const StoredGroup& b) { return key_of(a) == key_of(b); });
    pair_up([](const StoredGroup& a, const StoredGroup& b) { return defect_of(a) == defect_of(b); });
    for (std::size_t i = 0; i < before_.groups.size(); ++i) {
      if (!before_taken_[i]) add({.fate = Fate::gone, .before = i, .what = why_gone(before_.groups[i])});
    }
    for (std::size_t i = 0; i < after_.groups.size(); ++i) {
      if (!after_taken_[i]) add({.fate = Fate::added, .after = i, .what = ""});
    }
    std::sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
      return std::tie(a.fate, a.before, a.after) < std::tie(b.fate, b.before, b.after);
    });
    return std::move(changes_);
  }

 private:
  void add(Change change) { changes_.push_back(std::move(change)); }

  template <class Same>
  void pair_up(Same same) {
    for (std::size_t i = 0; i < before_.groups.size(); ++i) {
      for (std::size_t k = 0; k < after_.groups.size() && !before_taken_[i]; ++k) {
        if (after_taken_[k] || !same(before_.groups[i], after_.groups[k])) continue;
        before_taken_[i] = after_taken_[k] = true;
        std::string what = what_changed(before_.groups[i], after_.groups[k]);
        add({.fate = what.empty() ? Fate::unchanged : Fate::changed,
             .before = i,
             .after = k,
             .what = std::move(what)});
      }
    }
  }

  // The group's scripts that are in both reports. Other scripts say nothing about the implementation.
  [[nodiscard]] NameSet shared_scripts(const StoredGroup& group) const {
    NameSet names;
    for (const std::string& script : group.scripts) {
      if (in_both_.contains(script)) names.insert(script);
    }
    return names;
  }

  [[nodiscard]] std::string what_changed(const StoredGroup& old, const StoredGroup& now) const {
    std::vector<std::string> parts;
    if (old.observed != now.observed)
      parts.push_back(fmt::format("{} instead of {}", now.observed, old.observed));
    if (standing_of(old) != standing_of(now))
      parts.push_back(fmt::format("{} instead of {}", standing_of(now), standing_of(old)));
    const NameSet before = shared_scripts(old);
    const NameSet after = shared_scripts(now);
    const auto more = missing_in(after, before);
    const auto less = missing_in(before, after);
    if (!more.empty()) parts.push_back("now also in " + joined(more, ", "));
    if (!less.empty()) parts.push_back("no longer in " + joined(less, ", "));
    return joined(parts, "; ");
  }

  [[nodiscard]] std::string why_gone(const StoredGroup& group) const {
    const bool tried = std::any_of(group.scripts.begin(), group.scripts.end(),
                                   [&](const std::string& script) { return in_both_.contains(script); });
    if (tried) return "";
    return group.scripts.empty() ? "it was only in generated scripts, which differ from run to run"
                                 : "none of its scripts was run again";
  }

  const Stored& before_;
  const Stored& after_;
  NameSet in_both_;
  std::vector<bool> before_taken_;
  std::vector<bool> after_taken_;
  std::vector<Change> changes_;
};

std::string followed_text(const StoredReading& reading) {
  if (reading.answers.empty()) return "no consistent answer";
  return reading.decided ? "follows " + joined(reading.answers, " or ") : "open";
}

std::vector<ReadingChange> changed_readings(const Stored& before, const Stored& after) {
  std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> readings;
  for (const StoredReading& one : before.readings)
    readings[{one.question, one.subject}] = {followed_text(one), "not asked"};
  for (const StoredReading& one : after.readings) {
    const auto [place, is_new] = readings.try_emplace({one.question, one.subject}, "not asked", "");
    place->second.second = followed_text(one);
  }
  std::vector<ReadingChange> changes;
  for (const auto& [asked, texts] : readings) {
    if (texts.first != texts.second)
      changes.push_back({asked.first, asked.second, texts.first, texts.second});
  }
  return changes;
}

std::vector<ScriptChange> changed_scripts(const Stored& before, const Stored& after) {
  std::map<std::string, std::string> verdicts;
  for (const StoredScript& script : before.scripts) verdicts.emplace(script.name, script.verdict);
  std::vector<ScriptChange> changes;
  for (const StoredScript& script : after.scripts) {
    const auto found = verdicts.find(script.name);
    if (found != verdicts.end() && found->second != script.verdict)
      changes.push_back({script.name, found->second, script.verdict});
  }
  return changes;
}

}  // namespace

std::string_view name_of(Fate fate) {
  static constexpr std::array<std::string_view, 4> names{"added", "gone", "changed", "unchanged"};
  return names[static_cast<std::size_t>(fate)];
}

Changes changes_between(Stored before, Stored after, std::string command) {
  Changes changes;
  changes.command = std::move(command);
  changes.deviations = GroupPairing{before, after}.changes();
  changes.scripts = changed_scripts(before, after);
  changes.readings = changed_readings(before, after);
  const NameSet old_rules{before.rules.begin(), before.rules.end()};
  const NameSet new_rules{after.rules.begin(), after.rules.end()};
  changes.rules_added = missing_in(new_rules, old_rules);
  changes.rules_gone = missing_in(old_rules, new_rules);
  changes.scripts_added = missing_in(names_of(after.scripts), names_of(before.scripts));
  changes.scripts_gone = missing_in(names_of(before.scripts), names_of(after.scripts));
  changes.before = std::move(before);
  changes.after = std::move(after);
  return changes;
}

std::size_t count_of(const Changes& changes, Fate fate) {
  return static_cast<std::size_t>(
      std::count_if(changes.deviations.begin(), changes.deviations.end(),
                    [&](const Change& change) { return change.fate == fate; }));
}

std::size_t changes_count(const Changes& changes) {
  return changes.deviations.size() - count_of(changes, Fate::unchanged) + changes.scripts.size() +
         changes.readings.size();
}

const StoredGroup& latest(const Changes& changes, const Change& change) {
  return change.after ? changes.after.groups[*change.after] : changes.before.groups[*change.before];
}

const std::string& id_of(const StoredGroup& group) {
  return group.reading.empty() ? group.rule : group.reading;
}

std::vector<std::string> warnings_of(const Changes& changes) {
  std::vector<std::string> warnings;
  const auto warn = [&](const char* what, const std::string& old, const std::string& now) {
    if (old != now) warnings.push_back(fmt::format("{}: {} before, {} after", what, old, now));
  };
  warn("the implementations differ", changes.before.implementation, changes.after.implementation);
  warn("the profiles differ", changes.before.profile, changes.after.profile);
  warn("the versions of netioconf differ", changes.before.version, changes.after.version);
  return warnings;
}

}  // namespace netioconf::reports::diff
