#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/comparison.pb.h"

namespace netioconf::reports::diff {

// A report and the path that names it.
struct NamedReport {
  std::string path;
  Report report;
};

[[nodiscard]] ReportSource source_of(const NamedReport& named);

// The readings that two reports answer differently.
[[nodiscard]] std::vector<ReadingChange> reading_changes(const Report& before, const Report& after);

// What changed between two reports. Two deviations are the same if rule, reading, call and reply are
// equal. A deviation has changed if its reply differs, if it shows in other scripts of both reports, or
// if it became known or new. `command` repeats the comparison.
[[nodiscard]] Changes changes_between(const NamedReport& before, const NamedReport& after,
                                      std::string command);

// Whether the behaviour differs. Added scripts and rules do not count.
[[nodiscard]] std::size_t changes_count(const Changes& changes);
[[nodiscard]] std::size_t count_of(const Changes& changes, Fate::Value fate);

// Whether a deviation that is not known was added, or changed and did not just lessen.
[[nodiscard]] bool is_worse(const Change& change);
// Whether one of them is worse, or a function that was there is missing.
[[nodiscard]] bool is_worse(const Changes& changes);

}  // namespace netioconf::reports::diff
