#include "reports/diff/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "reports/diff/evidence_places.h"
#include "reports/model/report.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff {
namespace {

bool is_about(const ScriptResult& script, std::string_view rule) {
  return script.name().starts_with(rule) && script.name().size() > rule.size() &&
         script.name()[rule.size()] == '/';
}

Standing::Value standing_of_unmet(const Report& report, std::string_view rule) {
  Standing::Value standing = Standing::unreached;
  for (const ScriptResult& script : report.scripts()) {
    if (!is_about(script, rule)) continue;
    if (script.verdict() == Verdict::undecided) return Standing::undecided;
    if (script.verdict() == Verdict::skipped) standing = Standing::skipped;
  }
  return standing;
}

}  // namespace

std::string_view name_of(Standing::Value standing) {
  static constexpr std::array<std::string_view, 6> names{"deviates", "known",       "undecided",
                                                         "skipped",  "not reached", "conforms"};
  return names[static_cast<std::size_t>(standing)];
}

Standing::Value standing_with(const Report& report, std::string_view rule) {
  Standing::Value standing = Standing::conforms;
  for (const Group& group : report.groups()) {
    if (group.rule() != rule) continue;
    if (group.new_findings() != 0) return Standing::deviates;
    standing = Standing::known;
  }
  if (standing == Standing::known) return standing;
  const auto& rules = report.coverage().rules();
  const bool met = std::ranges::any_of(rules, [&](const RuleCounts& reached) {
    return reached.rule() == rule && reached.alone() + reached.together() != 0;
  });
  return met ? Standing::conforms : standing_of_unmet(report, rule);
}

std::vector<RuleRow> rules_by_run(const Reports& reports) {
  std::set<std::string> rules;
  for (const Report& report : reports) {
    for (const RuleWords& rule : report.rules()) rules.insert(rule.id());
    for (const Group& group : report.groups()) rules.insert(group.rule());
  }
  std::vector<RuleRow> rows;
  for (const std::string& rule : rules) {
    RuleRow& row = rows.emplace_back(RuleRow{rule, {}});
    for (const Report& report : reports) row.standings.push_back(standing_with(report, rule));
  }
  return rows;
}

bool is_broken(Standing::Value standing) {
  return standing == Standing::deviates || standing == Standing::known;
}

std::vector<ReadingRow> readings_by_run(const Reports& reports) {
  std::vector<ReadingRow> rows;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  const auto count = static_cast<std::size_t>(reports.size());
  for (std::size_t run = 0; run < count; ++run) {
    for (const FollowedReading& followed : reports[static_cast<int>(run)].readings()) {
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

bool differ(const ReadingRow& row) {
  const auto shares = [](const FollowedReading& one, const FollowedReading& other) {
    return std::ranges::any_of(one.answers(), [&](const std::string& answer) {
      return std::ranges::count(other.answers(), answer) != 0;
    });
  };
  std::vector<const FollowedReading*> decided = row.followed;
  std::erase_if(decided, [](const FollowedReading* one) {
    return one == nullptr || !one->decided() || one->answers().empty();
  });
  return std::ranges::any_of(decided, [&](const FollowedReading* one) {
    return std::ranges::any_of(decided,
                               [&](const FollowedReading* other) { return !shares(*one, *other); });
  });
}

std::string followed_text(const FollowedReading* followed) {
  if (followed == nullptr) return "not asked";
  if (followed->answers().empty()) return "no consistent answer";
  return followed->decided() ? "follows " + words::answers_text(*followed) : "open";
}

std::size_t differences_count(const Comparison& comparison) {
  const auto& differences = comparison.differences();
  return static_cast<std::size_t>(std::ranges::count_if(
      differences,
      [](const DifferenceWords& difference) { return difference.kind() != DifferenceKind::shared; }));
}

std::vector<std::string> distinct(std::vector<std::string> names) {
  std::map<std::string, std::size_t> times;
  for (const std::string& name : names) ++times[name];
  std::map<std::string, std::size_t> numbers;
  for (std::string& name : names) {
    if (times[name] != 1) name = fmt::format("{} ({})", name, ++numbers[name]);
  }
  return names;
}

void add_reports(std::vector<Report> reports, Comparison& comparison) {
  std::vector<std::string> names;
  for (const Report& report : reports) names.push_back(report.implementation());
  for (std::string& name : distinct(std::move(names))) comparison.add_names(std::move(name));
  for (Report& report : reports) *comparison.add_reports() = std::move(report);
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
