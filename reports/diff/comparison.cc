#include "reports/diff/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "reports/diff/evidence_places.h"
#include "reports/model/report.h"

namespace netioconf::reports::diff {
namespace {

bool is_about(const ScriptResult& script, std::string_view rule) {
  return script.name().starts_with(rule) && script.name().size() > rule.size() &&
         script.name()[rule.size()] == '/';
}

Standing standing_of_unmet(const Report& report, std::string_view rule) {
  Standing standing = Standing::unreached;
  for (const ScriptResult& script : report.scripts()) {
    if (!is_about(script, rule)) continue;
    if (script.verdict() == Verdict::undecided) return Standing::undecided;
    if (script.verdict() == Verdict::skipped) standing = Standing::skipped;
  }
  return standing;
}

}  // namespace

std::string_view name_of(Standing standing) {
  static constexpr std::array<std::string_view, 6> names{"deviates", "known",       "undecided",
                                                         "skipped",  "not reached", "conforms"};
  return names[static_cast<std::size_t>(standing)];
}

Standing standing_with(const Report& report, std::string_view rule) {
  Standing standing = Standing::conforms;
  for (const Group& group : report.groups()) {
    if (group.rule() != rule) continue;
    if (group.new_findings() != 0) return Standing::deviates;
    standing = Standing::known;
  }
  if (standing == Standing::known) return standing;
  const auto& rules = report.coverage().rules();
  const bool met = std::any_of(rules.begin(), rules.end(), [&](const RuleCounts& reached) {
    return reached.rule() == rule && reached.alone() + reached.together() != 0;
  });
  return met ? Standing::conforms : standing_of_unmet(report, rule);
}

std::vector<RuleRow> rules_by_run(const Comparison& comparison) {
  std::set<std::string> rules;
  for (const Report& report : comparison.reports()) {
    for (const RuleWords& rule : report.rules()) rules.insert(rule.id());
    for (const Group& group : report.groups()) rules.insert(group.rule());
  }
  std::vector<RuleRow> rows;
  for (const std::string& rule : rules) {
    RuleRow& row = rows.emplace_back(RuleRow{rule, {}});
    for (const Report& report : comparison.reports())
      row.standings.push_back(standing_with(report, rule));
  }
  return rows;
}

std::vector<ReadingRow> readings_by_run(const Comparison& comparison) {
  std::vector<ReadingRow> rows;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  const auto count = static_cast<std::size_t>(comparison.reports_size());
  for (std::size_t run = 0; run < count; ++run) {
    for (const FollowedReading& followed : comparison.reports(static_cast<int>(run)).readings()) {
      const auto [place, is_new] =
          places.try_emplace({followed.question(), followed.subject()}, rows.size());
      if (is_new) {
        rows.push_back({followed.question(), followed.subject(), {}});
        rows.back().followed.resize(count);
      }
      rows[place->second].followed[run] = &followed;
    }
  }
  return rows;
}

std::size_t differences_count(const Comparison& comparison) {
  const auto& differences = comparison.differences();
  return static_cast<std::size_t>(std::count_if(
      differences.begin(), differences.end(),
      [](const DifferenceWords& difference) { return difference.kind() != DifferenceKind::shared; }));
}

void add_reports(std::vector<Report> reports, Comparison& comparison) {
  std::map<std::string, std::size_t> times;
  for (const Report& report : reports) ++times[report.implementation()];
  std::map<std::string, std::size_t> numbers;
  for (Report& report : reports) {
    const std::string& name = report.implementation();
    const std::size_t number = ++numbers[name];
    comparison.add_names(times[name] == 1 ? name : fmt::format("{} ({})", name, number));
    *comparison.add_reports() = std::move(report);
  }
}

void add_differences(const std::vector<Difference>& differences, Comparison& comparison) {
  for (const Difference& difference : differences) *comparison.add_differences() = words_of(difference);
  take_places_from_reports(comparison);
  comparison.set_kind("comparison");
  comparison.set_format(report_format);
  const bool differ = differences_count(comparison) != 0;
  comparison.set_outcome(comparison.scripts() == 0 ? Agreement::empty
                         : differ                  ? Agreement::differ
                                                   : Agreement::agree);
}

}  // namespace netioconf::reports::diff
