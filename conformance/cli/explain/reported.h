#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/rule.h"
#include "oracle/readings/reading.h"

namespace netioconf::conformance::cli::explain {

// A line of a table in corpora/traces about a report.
struct ReportLine {
  std::string folder;  // "reported", "contested" or "contradicting"
  std::string trace;   // "w05-link-without-connection"; empty if no trace can show it
  std::string what;
  std::string strength;  // empty if the trace contradicts the report
  std::string script;    // a script on which emulated:windows answers so; may be empty
  std::string answer;    // "unconnected-link (named link): passed-over"; may be empty
  std::string rule;      // the id of the rule that a contradicting trace breaks
};

// What people report of Windows under one number.
struct Report {
  std::string name;  // "W5"
  std::vector<ReportLine> lines;
};

[[nodiscard]] std::vector<std::string> report_names();
// nullopt if there is no such report.
[[nodiscard]] std::optional<Report> find_report(std::string_view name);

// The rules and the questions that the traces and scripts of a report are about.
[[nodiscard]] std::vector<const oracle::Rule*> rules_of(const Report& report);
[[nodiscard]] std::vector<const oracle::readings::Reading*> readings_of(const Report& report);

// Prints the report and its traces.
void explain_report_lines(const Report& report);

}  // namespace netioconf::conformance::cli::explain
