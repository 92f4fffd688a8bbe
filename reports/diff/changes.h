#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/diff/stored.h"

namespace netioconf::reports {

enum class Fate : std::uint8_t { added, gone, changed, unchanged };
[[nodiscard]] std::string_view name_of(Fate fate);

// What became of one kind of deviation.
struct Change {
  Fate fate = Fate::unchanged;
  std::optional<std::size_t> before;  // in Changes::before.groups
  std::optional<std::size_t> after;   // in Changes::after.groups
  std::string what;                   // of one that changed, or that is gone for want of scripts
};

struct ScriptChange {
  std::string name;
  std::string before;  // verdict
  std::string after;
};

struct ReadingChange {
  std::string question;
  std::string subject;
  std::string before;  // "follows prefix", "open", "not asked"
  std::string after;
};

// A report held against an earlier one.
struct Changes {
  Stored before;
  Stored after;
  std::string command;                // repeats the comparison
  std::vector<Change> deviations;     // added, gone, changed, unchanged; each by rule and call
  std::vector<ScriptChange> scripts;  // of both reports, with another verdict
  std::vector<ReadingChange> readings;
  std::vector<std::string> rules_added;  // to the catalogue
  std::vector<std::string> rules_gone;
  std::vector<std::string> scripts_added;  // in one of the reports only
  std::vector<std::string> scripts_gone;
};

// Deviations are the same that have rule, reading, call and reply in common. One with another reply in
// the place of one that is gone has changed, as has one that shows in other scripts of both reports, or
// became known or new.
[[nodiscard]] Changes changes_between(Stored before, Stored after, std::string command);

// Differences of behaviour; that scripts or rules were added is none.
[[nodiscard]] std::size_t changes_count(const Changes& changes);
[[nodiscard]] std::size_t count_of(const Changes& changes, Fate fate);

// The deviation as it is now, or as it was where it is gone.
[[nodiscard]] const StoredGroup& latest(const Changes& changes, const Change& change);
[[nodiscard]] const std::string& id_of(const StoredGroup& group);

// The report and, where they compare different things, a warning in one line each.
[[nodiscard]] std::vector<std::string> warnings_of(const Changes& changes);

}  // namespace netioconf::reports
