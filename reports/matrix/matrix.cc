#include "reports/matrix/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "reports/diff/comparison.h"
#include "reports/known/version_range.h"
#include "reports/model/program_version.h"
#include "reports/model/report.h"

namespace netioconf::reports::matrix {
namespace {

using diff::NamedReport;

// What the reports on versions of one implementation have in common.
struct Identity {
  std::string name;
  Profile::Value profile = Profile::documented;

  friend bool operator==(const Identity&, const Identity&) = default;
};

Identity identity_of(const Report& report) {
  constexpr std::string_view library = "library:";
  std::string name = report.implementation();
  if (name.starts_with(library)) {
    const std::size_t slash = name.rfind('/');
    if (slash != std::string::npos) name = std::string{library} + name.substr(slash + 1);
  }
  return {.name = std::move(name), .profile = report.profile()};
}

known::Version version_of(const NamedReport& named) {
  return known::numbers_of(named.report.implementation_version());
}

void sort_by_version(std::vector<NamedReport>& reports) {
  const auto has_none = [](const NamedReport& named) { return version_of(named).empty(); };
  if (std::ranges::any_of(reports, has_none)) return;
  std::multimap<known::Version, NamedReport> sorted;  // equal versions stay in their order
  for (NamedReport& named : reports) sorted.emplace(version_of(named), std::move(named));
  reports.clear();
  for (auto& [version, named] : sorted) reports.push_back(std::move(named));
}

std::vector<std::string> names_of(const std::vector<NamedReport>& reports) {
  std::set<Profile::Value> profiles;
  for (const NamedReport& named : reports) profiles.insert(named.report.profile());
  std::vector<std::string> names;
  for (const auto& [path, report] : reports) {
    std::string& name = names.emplace_back(report.implementation());
    const std::string& version = report.implementation_version();
    if (!version.empty()) name += " " + version;
    if (profiles.size() > 1) name += ", profile " + Profile::Value_Name(report.profile());
  }
  return diff::distinct(std::move(names));
}

void add_rows(const diff::Reports& reports, Matrix& matrix) {
  for (const diff::RuleRow& row : diff::rules_by_run(reports)) {
    MatrixRule& added = *matrix.add_rules();
    added.set_rule(row.rule);
    for (const Standing::Value standing : row.standings) added.add_standings(standing);
  }
  for (const diff::ReadingRow& row : diff::readings_by_run(reports)) {
    MatrixReading& added = *matrix.add_readings();
    added.set_question(row.question);
    added.set_subject(row.subject);
    added.set_differ(diff::differ(row));
    for (const FollowedReading* followed : row.followed)
      added.add_followed(diff::followed_text(followed));
  }
}

TrendPoint point_of(const Matrix& matrix, int report) {
  TrendPoint point;
  point.set_report(static_cast<std::uint32_t>(report));
  for (const MatrixRule& rule : matrix.rules()) {
    const Standing::Value standing = rule.standings(report);
    if (standing == Standing::conforms) point.set_conforms(point.conforms() + 1);
    if (standing == Standing::deviates) point.set_deviates(point.deviates() + 1);
    if (standing == Standing::known) point.set_known(point.known() + 1);
  }
  return point;
}

// What differs from the report before. A rule that one of the two did not meet is neither gained nor
// lost.
void add_changes(const Matrix& matrix, const Report& before, const Report& after, TrendPoint& point) {
  const int now = static_cast<int>(point.report());
  for (const MatrixRule& rule : matrix.rules()) {
    const Standing::Value old_standing = rule.standings(now - 1);
    const Standing::Value standing = rule.standings(now);
    if (diff::is_broken(old_standing) && standing == Standing::conforms)
      point.add_rules_gained(rule.rule());
    if (old_standing == Standing::conforms && diff::is_broken(standing))
      point.add_rules_lost(rule.rule());
  }
  for (ReadingChange& change : diff::reading_changes(before, after))
    *point.add_readings() = std::move(change);
}

void add_trends(const std::vector<NamedReport>& reports, Matrix& matrix) {
  for (std::size_t begin = 0; begin < reports.size();) {
    const Identity identity = identity_of(reports[begin].report);
    std::size_t end = begin;
    Trend trend;
    trend.set_implementation(identity.name);
    for (; end < reports.size() && identity_of(reports[end].report) == identity; ++end) {
      TrendPoint& point = *trend.add_points() = point_of(matrix, static_cast<int>(end));
      if (end != begin) add_changes(matrix, reports[end - 1].report, reports[end].report, point);
    }
    if (end - begin > 1) *matrix.add_trends() = std::move(trend);
    begin = end;
  }
}

}  // namespace

std::vector<NamedReport> in_order(std::vector<NamedReport> reports) {
  std::vector<std::pair<Identity, std::vector<NamedReport>>> groups;
  for (NamedReport& named : reports) {
    const Identity identity = identity_of(named.report);
    auto group = std::ranges::find_if(groups, [&](const auto& one) { return one.first == identity; });
    if (group == groups.end())
      group = groups.emplace(groups.end(), identity, std::vector<NamedReport>{});
    group->second.push_back(std::move(named));
  }
  reports.clear();
  for (auto& [identity, group] : groups) {
    sort_by_version(group);
    std::move(group.begin(), group.end(), std::back_inserter(reports));
  }
  return reports;
}

Matrix matrix_of(const std::vector<NamedReport>& reports, std::string command) {
  Matrix matrix;
  matrix.set_kind("matrix");
  matrix.set_format(report_format);
  matrix.set_command(std::move(command));
  matrix.set_version(program_version());
  for (std::string& name : names_of(reports)) matrix.add_names(std::move(name));
  diff::Reports all;
  for (const NamedReport& named : reports) {
    *matrix.add_reports() = diff::source_of(named);
    *all.Add() = named.report;
  }
  add_rows(all, matrix);
  add_trends(reports, matrix);
  return matrix;
}

}  // namespace netioconf::reports::matrix
