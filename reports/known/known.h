#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/report.h"
#include "reports/model/summarize.h"

namespace netioconf::reports {

// The list of known deviations of one implementation.
struct Known {
  std::string path;
  std::string head;  // comments and empty lines before the first entry, kept as they are
  std::vector<KnownEntry> entries;

  friend bool operator==(const Known&, const Known&) = default;
};

// What a new entry says until a person writes why.
inline constexpr std::string_view not_explained_yet = "not explained yet";

// Reads the text form of known.proto. `path` is for messages: errors are one line, "FILE:LINE: what and
// how to mend it".
[[nodiscard]] std::expected<Known, std::string> parse_known(std::string_view text, std::string path);

// The canonical text form; parse_known reads it back as it was.
[[nodiscard]] std::string print(const Known& known);

// Whether a name fits a pattern: * stands for any characters, ? for one.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view name);

// Whether an entry, of whatever script, is about deviations of that kind.
[[nodiscard]] bool is_listed(const Known& known, const GroupKey& kind);

// Holds the groups of a report against the list. An entry covers a group in a script where rule, call,
// observed reply and script all fit; one that names the script counts before patterns, then the first.
// After a partial run nothing is said of entries whose scripts were not all run, and an entry "*" that
// no committed script was seen for is never called gone. `today` is YYYY-MM-DD.
[[nodiscard]] Matched match(const Known& known, const Report& report, std::string_view today);

// The list as this run would have it: entries that hold keep their words, new deviations are added with
// the reason "not explained yet", those that no longer happen are dropped, `seen` is counted anew.
// Refused after a partial run, and where an entry would be dropped only because its scripts were
// skipped.
[[nodiscard]] std::expected<Known, std::string> updated(const Known& known, const Report& report);

}  // namespace netioconf::reports
