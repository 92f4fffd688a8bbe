#include "reports/diff/comparison.h"

#include <algorithm>
#include <array>
#include <set>

namespace netioconf::reports::diff {
namespace {

bool is_about(const ScriptResult& script, std::string_view rule) {
  return script.name.starts_with(rule) && script.name.size() > rule.size() &&
         script.name[rule.size()] == '/';
}

Standing standing_of_unmet(const Report& report, std::string_view rule) {
  Standing standing = Standing::unreached;
  for (const ScriptResult& script : report.scripts) {
    if (!is_about(script, rule)) continue;
    if (script.verdict == oracle::Verdict::undecided) return Standing::undecided;
    if (script.verdict == oracle::Verdict::skipped) standing = Standing::skipped;
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
  for (std::size_t group = 0; group < report.groups.size(); ++group) {
    if (report.groups[group].rule != rule) continue;
    if (new_findings(report, group) != 0) return Standing::deviates;
    standing = Standing::known;
  }
  if (standing == Standing::known) return standing;
  const auto reached = report.coverage.rules.find(rule);
  const bool met =
      reached != report.coverage.rules.end() && reached->second.alone + reached->second.together != 0;
  return met ? Standing::conforms : standing_of_unmet(report, rule);
}

std::vector<RuleRow> rules_by_run(const Comparison& comparison) {
  std::set<std::string> rules;
  for (const Report& run : comparison.runs) {
    for (const RuleWords& rule : run.rules) rules.insert(rule.id);
    for (const Group& group : run.groups) rules.insert(group.rule);
  }
  std::vector<RuleRow> rows;
  for (const std::string& rule : rules) {
    RuleRow& row = rows.emplace_back(RuleRow{rule, {}});
    for (const Report& run : comparison.runs) row.standings.push_back(standing_with(run, rule));
  }
  return rows;
}

std::vector<ReadingRow> readings_by_run(const Comparison& comparison) {
  std::vector<ReadingRow> rows;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
    for (const oracle::Followed& followed : comparison.runs[run].readings) {
      const auto [place, is_new] =
          places.try_emplace({followed.question, followed.subject}, rows.size());
      if (is_new) {
        rows.push_back({followed.question, followed.subject, {}});
        rows.back().followed.resize(comparison.runs.size());
      }
      rows[place->second].followed[run] = &followed;
    }
  }
  return rows;
}

std::vector<std::size_t> participants(const Difference& difference) {
  std::vector<std::size_t> runs;
  for (const AgreeingGroup& group : difference.shown.groups)
    runs.insert(runs.end(), group.runs.begin(), group.runs.end());
  return runs;
}

const oracle::Trace& shown_trace(const Difference& difference) {
  const std::vector<std::size_t> runs = participants(difference);
  return difference.example.traces[*std::min_element(runs.begin(), runs.end())];
}

bool is_difference(const Difference& difference) {
  return difference.key.cause.kind != DivergenceKind::shared;
}

std::size_t differences_count(const Comparison& comparison) {
  return static_cast<std::size_t>(
      std::count_if(comparison.differences.begin(), comparison.differences.end(), is_difference));
}

}  // namespace netioconf::reports::diff
