#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/comparison.pb.h"
#include "reports/diff/difference.h"

namespace netioconf::reports::diff {

// Adds the runs, with their names, and the differences between them.
void add_reports(std::vector<Report> reports, Comparison& comparison);
void add_differences(const std::vector<Difference>& differences, Comparison& comparison);

// The result of an implementation for a rule, gravest first.
enum class Standing : std::uint8_t { deviates, known, undecided, skipped, unreached, conforms };
[[nodiscard]] std::string_view name_of(Standing standing);
[[nodiscard]] Standing standing_with(const Report& report, std::string_view rule);

// A row of the matrix of rules and implementations.
struct RuleRow {
  std::string rule;
  std::vector<Standing> standings;  // one for each report
};
[[nodiscard]] std::vector<RuleRow> rules_by_run(const Comparison& comparison);

// A row of the matrix of readings and implementations. A run in which the question was not asked has
// nullptr.
struct ReadingRow {
  std::string question;
  std::string subject;
  std::vector<const FollowedReading*> followed;  // one for each report, owned by the comparison
};
[[nodiscard]] std::vector<ReadingRow> readings_by_run(const Comparison& comparison);

// The number of differences. A rule that all break in the same way is not one.
[[nodiscard]] std::size_t differences_count(const Comparison& comparison);

}  // namespace netioconf::reports::diff
