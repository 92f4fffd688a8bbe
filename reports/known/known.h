#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/report.h"
#include "reports/summary/summarize.h"

namespace netioconf::reports::known {

// The list of known deviations of one implementation.
struct Known {
  std::string path;
  std::string head;  // comments and empty lines before the first entry, preserved
  std::vector<KnownDeviation> entries;
  std::vector<std::string> must_meet = {};  // rules that a run must meet, or patterns
};

// The reason of a new entry until a person writes one.
inline constexpr std::string_view not_explained_yet = "not explained yet";

// Reads the text form of known.proto. `path` is used in messages. Errors are one line: "FILE:LINE:
// problem and fix".
[[nodiscard]] std::expected<Known, std::string> parse_known(std::string_view text, std::string path);

// The canonical text form. parse_known reads it back unchanged.
[[nodiscard]] std::string print(const Known& known);

// Whether a name matches a pattern: * matches any characters, ? matches one.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view name);

// The rules of the catalogue that a run must meet.
[[nodiscard]] std::vector<std::string> rules_to_meet(const Known& known);

// Whether an entry describes deviations of that kind, in whatever script.
[[nodiscard]] bool is_listed(const Known& known, const GroupKey& kind);

// Compares the groups of a report with the list. An entry covers a group in a script if rule, call,
// observed reply and script all match. An entry that names the script takes precedence over patterns;
// otherwise the first match counts. After a partial run, an entry whose scripts were not all run is not
// checked. An entry "*" that has never matched a committed script is never reported as gone. `today` is
// YYYY-MM-DD. The result is in `report.known`.
void match(const Known& known, Report& report, std::string_view today);

// The list updated to this run of this version of the system, which may be empty: entries that hold keep
// their text, new deviations are added with the reason "not explained yet", entries that no longer match
// are removed, `seen` is counted again. An entry that is seen in the version is about it from now on;
// one that is not seen, and is about other versions only, stays. Refused after a partial run, and if an
// entry would be removed because its scripts were skipped, or although it is also about other versions.
[[nodiscard]] std::expected<Known, std::string> updated(const Known& known, const Report& report,
                                                        std::string_view version = "");

}  // namespace netioconf::reports::known
