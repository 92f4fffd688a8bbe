#pragma once

#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports::words {

// One line of the description of a finding. All text is legible.
struct Line {
  std::string label;  // "call", "allowed", "observed", …
  std::string text;

  friend bool operator==(const Line&, const Line&) = default;
};

// The description of a finding of a script that the report contains, with source and replay command.
[[nodiscard]] std::vector<Line> finding_lines(const Report& report, const ScriptResult& script,
                                              const oracle::Finding& finding);

// The description of a group and of the finding that is its example.
[[nodiscard]] std::vector<Line> finding_lines(const Report& report, std::size_t group);

// The finding that is the group's example. The report must come from summarize, or be built by hand in
// the same form.
[[nodiscard]] const oracle::Finding& example_of(const Report& report, const Group& group);

}  // namespace netioconf::reports::words
