#include "reports/document/of_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reports/diff/comparison.h"
#include "reports/document/columns.h"
#include "reports/document/difference_lines.h"
#include "reports/document/of_report.h"
#include "reports/model/report.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::document {
namespace {

const char* word_for(DifferenceKind::Value kind) {
  if (kind == DifferenceKind::broken) return "differs";
  return kind == DifferenceKind::shared ? "shared" : "ambiguous";
}

Level level_of(DifferenceKind::Value kind) {
  if (kind == DifferenceKind::broken) return Level::error;
  return kind == DifferenceKind::shared ? Level::warning : Level::note;
}

// With the implementations that make this difference another one than those with the same id and call.
// Their letters stand for them, because their names may be paths.
std::string fingerprint_of_difference(const DifferenceWords& difference) {
  std::vector<std::string> sides;
  for (const AgreeingWords& agreeing : difference.agreeing()) {
    if (!diff::is_ambiguous(difference.kind()) && !breaks_it(difference, agreeing)) continue;
    std::string letters;
    for (const std::uint32_t run : agreeing.implementations()) letters += letter_of(run);
    sides.push_back(letters);
  }
  std::ranges::sort(sides);
  return fmt::format("{}|{}|{}", difference.id(), difference.function(), fmt::join(sides, "|"));
}

Finding finding_of(const Comparison& comparison, const DifferenceWords& difference) {
  const ComparedScript& script = difference.shortest();
  return {.word = word_for(difference.kind()),
          .id = difference.id(),
          .title = words::question_text(difference.id(), difference.subject()),
          .where = fmt::format("{}, {}", script.name(), script.place()),
          .summary = title_of(comparison, difference),
          .lines = difference_lines(comparison, difference),
          .level = level_of(difference.kind()),
          .path = script.path().empty() ? script.name() : script.path(),
          .times = difference.places(),
          .fingerprint = fingerprint_of_difference(difference)};
}

FindingGroup differences_of(const Comparison& comparison, bool ambiguous) {
  FindingGroup group{
      .title = ambiguous ? "Where the documents are ambiguous" : "Where some break a rule",
      .head = ambiguous ? "rule or reading" : "rule",
      .labels = {"call", "deviates", "allowed", "undecided", "documents", "because", "seen", "script"}};
  for (const DifferenceWords& difference : comparison.differences()) {
    if (diff::is_ambiguous(difference.kind()) == ambiguous)
      group.findings.push_back(finding_of(comparison, difference));
  }
  return group;
}

// A difference, and each rule on which all agree.
std::vector<Case> cases_of(const Comparison& comparison) {
  std::vector<Case> cases;
  std::set<std::string> suites;
  for (const DifferenceWords& difference : comparison.differences()) {
    const Finding finding = finding_of(comparison, difference);
    const bool allowed = diff::is_ambiguous(difference.kind());
    suites.insert(difference.id());
    cases.push_back({.suite = difference.id(),
                     .name = difference.function() + ": " + finding.summary,
                     .ending = allowed ? Ending::skipped : Ending::failed,
                     .message = std::string{diff::words_for(difference.kind())},
                     .type = DifferenceKind::Value_Name(difference.kind()),
                     .text = block(finding.lines)});
  }
  for (const diff::RuleRow& row : diff::rules_by_run(comparison.reports())) {
    if (!diff::is_broken_by_some(row.standings) && !suites.contains(row.rule))
      cases.push_back({.suite = row.rule, .name = "no difference"});
  }
  return cases;
}

// Adds a row, unless all of its cells but the first are equal.
bool add_row(ResultTable& table, std::vector<std::string> row) {
  const bool differ =
      std::any_of(row.begin() + 1, row.end(), [&](const std::string& cell) { return cell != row[1]; });
  if (differ) table.rows.push_back(std::move(row));
  return differ;
}

ResultTable rules_table(const Comparison& comparison) {
  ResultTable table = lettered_table("Rules", "rule", comparison.names_size());
  std::size_t agreeing = 0;
  for (const diff::RuleRow& row : diff::rules_by_run(comparison.reports())) {
    std::vector<std::string> cells{row.rule};
    for (const Standing::Value standing : row.standings) cells.emplace_back(diff::name_of(standing));
    if (!add_row(table, std::move(cells))) ++agreeing;
  }
  table.rest = words::count_text(agreeing, "rule") + " on which all implementations agree";
  return table;
}

ResultTable readings_table(const Comparison& comparison) {
  ResultTable table = lettered_table("Readings", "reading", comparison.names_size());
  std::size_t agreeing = 0;
  for (const diff::ReadingRow& row : diff::readings_by_run(comparison.reports())) {
    std::vector<std::string> cells{words::question_text(row.question, row.subject)};
    for (const FollowedReading* followed : row.followed) {
      const bool decided = followed != nullptr && followed->decided();
      cells.push_back(decided ? words::answers_text(*followed) : "open");
    }
    if (!add_row(table, std::move(cells))) ++agreeing;
  }
  table.rest = words::count_text(agreeing, "reading") + " on which all agree or that no step decided";
  return table;
}

std::string verdict_of(const Comparison& comparison) {
  if (comparison.outcome() == Agreement::empty)
    return "empty: no script ran on two of the implementations";
  if (comparison.outcome() == Agreement::agree) {
    const auto is_unfinished = [](const Report& report) { return !report.unfinished().empty(); };
    return std::ranges::any_of(comparison.reports(), is_unfinished)
               ? "not finished: no difference so far"
               : "agree: no difference";
  }
  const auto broken = std::ranges::count_if(
      comparison.differences(),
      [](const DifferenceWords& difference) { return difference.kind() == DifferenceKind::broken; });
  const auto ambiguous = static_cast<std::ptrdiff_t>(diff::differences_count(comparison)) - broken;
  return fmt::format("differ: {} where some break a rule, {} {} in the documents", broken, ambiguous,
                     ambiguous == 1 ? "ambiguity" : "ambiguities");
}

void add_summary(Document& document, const Comparison& comparison) {
  for (int run = 0; run < comparison.reports_size(); ++run) {
    add_line(document, letter_of(static_cast<std::size_t>(run)),
             fmt::format("{}: {}", comparison.names(run), words::verdict_text(comparison.reports(run))));
  }
  add_line(
      document, "compared",
      fmt::format("{}, {}, profile {}, netioconf {}", words::count_text(comparison.scripts(), "script"),
                  words::count_text(comparison.steps(), "step"),
                  Profile::Value_Name(comparison.profile()), comparison.version()));
  for (const LeftOut& one : comparison.left_out()) {
    add_notice(document, Level::note, "left out",
               fmt::format("{}: {}", words::count_text(one.scripts(), "script"), one.why()));
  }
  for (const Searched& searched : comparison.searches())
    add_line(document, "searched", words::search_text(searched));
  add_line(document, "replay", comparison.command());
}

std::vector<RuleText> rules_of(const Comparison& comparison) {
  std::set<std::string> ids;
  for (const DifferenceWords& difference : comparison.differences()) ids.insert(difference.id());
  std::vector<RuleText> rules;
  for (const std::string& id : ids) {
    if (auto text = rule_text(comparison.reports(0), id)) rules.push_back(*std::move(text));
  }
  return rules;
}

}  // namespace

Document document_of(const Comparison& comparison) {
  Document document{.subject = "Comparison",
                    .verdict = verdict_of(comparison),
                    .suites = "netioconf diff of " + words::listed(comparison.names(), "and"),
                    .version = comparison.version(),
                    .command = comparison.command(),
                    .has_result = comparison.outcome() != Agreement::empty,
                    .groups = {differences_of(comparison, false), differences_of(comparison, true)},
                    .tables = {rules_table(comparison), readings_table(comparison)},
                    .cases = cases_of(comparison),
                    .rules = rules_of(comparison)};
  add_summary(document, comparison);
  return document;
}

}  // namespace netioconf::reports::document
