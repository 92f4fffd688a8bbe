#pragma once

#include <string>
#include <vector>

#include "reports/model/report.h"

namespace netioconf::reports {

// One line of what is told about a finding. All text is legible.
struct Line {
  std::string label;  // "call", "allowed", "observed", …
  std::string text;

  friend bool operator==(const Line&, const Line&) = default;
};

// All that is to be said about a finding of a script that the report shows, source and replay included.
[[nodiscard]] std::vector<Line> account_of(const Report& report, const ScriptResult& script,
                                           const oracle::Finding& finding);

// The finding that is the group's example, and what is to be said about the group.
[[nodiscard]] std::vector<Line> account_of(const Report& report, std::size_t group);

// The finding that is the group's example; the report must have been made by summarize, or by hand as it
// does.
[[nodiscard]] const oracle::Finding& example_of(const Report& report, const Group& group);

}  // namespace netioconf::reports
