#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/diff/stored.h"

namespace netioconf::reports::diff {

enum class Fate : std::uint8_t { added, gone, changed, unchanged };
[[nodiscard]] std::string_view name_of(Fate fate);

// What became of one kind of deviation.
struct Change {
  Fate fate = Fate::unchanged;
  std::optional<std::size_t> before;  // in Changes::before.groups
  std::optional<std::size_t> after;   // in Changes::after.groups
  std::string what;                   // what changed, or why a missing deviation may still exist
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

// A report compared with an earlier one.
struct Changes {
  Stored before;
  Stored after;
  std::string command;                // repeats the comparison
  std::vector<Change> deviations;     // added, gone, changed, unchanged; each by rule and call
  std::vector<ScriptChange> scripts;  // in both reports, with different verdicts
  std::vector<ReadingChange> readings;
  std::vector<std::string> rules_added;  // to the catalogue
  std::vector<std::string> rules_gone;
  std::vector<std::string> scripts_added;  // in one of the reports only
  std::vector<std::string> scripts_gone;
};

// Two deviations are the same if rule, reading, call and reply are equal. A deviation has changed if its
// reply differs, if it shows in other scripts of both reports, or if it became known or new.
[[nodiscard]] Changes changes_between(Stored before, Stored after, std::string command);

// Whether the behaviour differs. Added scripts and rules do not count.
[[nodiscard]] std::size_t changes_count(const Changes& changes);
[[nodiscard]] std::size_t count_of(const Changes& changes, Fate fate);

// The deviation in the later report, or in the earlier one if it is gone.
[[nodiscard]] const StoredGroup& latest(const Changes& changes, const Change& change);
[[nodiscard]] const std::string& id_of(const StoredGroup& group);

// Warnings of one line each, where the two reports compare different things.
[[nodiscard]] std::vector<std::string> warnings_of(const Changes& changes);

}  // namespace netioconf::reports::diff
