#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reports/comparison.pb.h"
#include "reports/diff/difference.h"

namespace netioconf::reports::diff {

// Names that are all different: equal ones get a number.
[[nodiscard]] std::vector<std::string> distinct(std::vector<std::string> names);

// Adds the runs, with their names, and the differences between them.
void add_reports(std::vector<Report> reports, Comparison& comparison);
void add_differences(const std::vector<Difference>& differences, Comparison& comparison);

using Reports = google::protobuf::RepeatedPtrField<Report>;

[[nodiscard]] std::string_view name_of(Standing::Value standing);
[[nodiscard]] Standing::Value standing_with(const Report& report, std::string_view rule);

// A row of the matrix of rules and implementations.
struct RuleRow {
  std::string rule;
  std::vector<Standing::Value> standings;  // one for each report
};
[[nodiscard]] std::vector<RuleRow> rules_by_run(const Reports& reports);

// Whether an implementation breaks the rule, in known ways or not.
[[nodiscard]] bool is_broken(Standing::Value standing);
template <class Standings>  // of a rule, one for each report
[[nodiscard]] bool is_broken_by_some(const Standings& standings) {
  return std::ranges::any_of(
      standings, [](int standing) { return is_broken(static_cast<Standing::Value>(standing)); });
}

// A row of the matrix of readings and implementations. A run in which the question was not asked has
// nullptr.
struct ReadingRow {
  std::string question;
  std::string subject;
  std::vector<const FollowedReading*> followed;  // one for each report, which owns it
};
[[nodiscard]] std::vector<ReadingRow> readings_by_run(const Reports& reports);

// Whether two of the runs answer the question differently: no answer is left to both.
[[nodiscard]] bool differ(const ReadingRow& row);

// What a run says about a question: "follows prefix", "open"; "not asked" of nullptr.
[[nodiscard]] std::string followed_text(const FollowedReading* followed);

// The number of differences. A rule that all break in the same way is not one.
[[nodiscard]] std::size_t differences_count(const Comparison& comparison);

}  // namespace netioconf::reports::diff
