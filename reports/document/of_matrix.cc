#include "reports/document/of_matrix.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/diff/comparison.h"
#include "reports/document/columns.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::document {
namespace {

// Some met the rule, and all that did keep it.
bool is_kept(const MatrixRule& rule) {
  return !diff::is_broken_by_some(rule.standings()) &&
         std::ranges::count(rule.standings(), Standing::conforms) != 0;
}

std::string cell_of(Standing::Value standing) {
  return standing == Standing::known ? "known deviation" : std::string{diff::name_of(standing)};
}

ResultTable rules_table(const Matrix& matrix) {
  ResultTable table = lettered_table("Rules that not all follow", "rule", matrix.names_size());
  std::size_t kept = 0;
  for (const MatrixRule& rule : matrix.rules()) {
    if (is_kept(rule)) ++kept;
    if (!diff::is_broken_by_some(rule.standings())) continue;
    std::vector<std::string>& row = table.rows.emplace_back(std::vector{rule.rule()});
    for (int report = 0; report < rule.standings_size(); ++report)
      row.emplace_back(diff::name_of(rule.standings(report)));
  }
  const std::size_t others = static_cast<std::size_t>(matrix.rules_size()) - table.rows.size() - kept;
  table.rest = fmt::format("{} kept by each that met it, {} met by none",
                           words::count_text(kept, "rule"), others);
  return table;
}

ResultTable readings_table(const Matrix& matrix) {
  ResultTable table = lettered_table("Readings where they differ", "reading", matrix.names_size());
  for (const MatrixReading& reading : matrix.readings()) {
    if (!reading.differ()) continue;
    std::vector<std::string>& row = table.rows.emplace_back(
        std::vector{words::question_text(reading.question(), reading.subject())});
    for (const std::string& followed : reading.followed()) {
      const bool follows = followed.starts_with("follows ");
      row.push_back(follows ? followed.substr(8) : followed);
    }
  }
  const std::size_t others = static_cast<std::size_t>(matrix.readings_size()) - table.rows.size();
  table.rest = words::count_text(others, "reading") + " where they do not differ";
  return table;
}

const std::string& version_of(const Matrix& matrix, const TrendPoint& point) {
  const int report = static_cast<int>(point.report());
  const std::string& version = matrix.reports(report).implementation_version();
  return version.empty() ? matrix.names(report) : version;
}

ResultTable trend_table(const Matrix& matrix, const Trend& trend) {
  ResultTable table{.title = "Trend",
                    .head = {trend.implementation(), "conforms", "deviates", "known", "rules gained",
                             "rules lost", "readings"}};
  for (const TrendPoint& point : trend.points()) {
    table.rows.push_back(
        {version_of(matrix, point), std::to_string(point.conforms()), std::to_string(point.deviates()),
         std::to_string(point.known()), std::to_string(point.rules_gained_size()),
         std::to_string(point.rules_lost_size()), std::to_string(point.readings_size())});
  }
  return table;
}

ResultTable trend_changes_table(const Matrix& matrix, const Trend& trend) {
  ResultTable table{.title = "Changes from version to version",
                    .head = {trend.implementation(), "rule or reading", "change"}};
  for (const TrendPoint& point : trend.points()) {
    const std::string& version = version_of(matrix, point);
    for (const std::string& rule : point.rules_gained()) table.rows.push_back({version, rule, "gained"});
    for (const std::string& rule : point.rules_lost()) table.rows.push_back({version, rule, "lost"});
    for (const ReadingChange& reading : point.readings()) {
      table.rows.push_back({version, words::question_text(reading.question(), reading.subject()),
                            reading.before() + ", then " + reading.after()});
    }
  }
  return table;
}

// A test for each rule and implementation. Nothing is claimed of a rule that was not met.
std::vector<Case> cases_of(const Matrix& matrix) {
  std::vector<Case> cases;
  for (const MatrixRule& rule : matrix.rules()) {
    for (int report = 0; report < rule.standings_size(); ++report) {
      const Standing::Value standing = rule.standings(report);
      Case& made = cases.emplace_back(Case{.suite = rule.rule(), .name = matrix.names(report)});
      if (standing == Standing::conforms) continue;
      made.ending = standing == Standing::deviates ? Ending::failed : Ending::skipped;
      made.message = cell_of(standing);
      made.type = rule.rule();
    }
  }
  return cases;
}

std::string verdict_of(const ResultTable& rules, const ResultTable& readings, const Matrix& matrix) {
  const std::string reports = words::count_text(matrix.names_size(), "report");
  if (rules.rows.empty() && readings.rows.empty())
    return "agree: " + reports + "; all follow each rule that they met";
  return fmt::format("differ: {}; {} that not all follow, {} where they differ", reports,
                     words::count_text(rules.rows.size(), "rule"),
                     words::count_text(readings.rows.size(), "reading"));
}

std::string outcome_text(Outcome::Value outcome) {
  return outcome == Outcome::too_little ? "too little judged" : Outcome::Value_Name(outcome);
}

std::string catalogue_text(const std::string& catalogue) {
  return catalogue.empty() ? "unknown" : catalogue;
}

void add_summary(Document& document, const Matrix& matrix) {
  for (int report = 0; report < matrix.names_size(); ++report) {
    const ReportSource& source = matrix.reports(report);
    add_line(document, letter_of(static_cast<std::size_t>(report)),
             fmt::format("{}: {} (profile {}, {})", matrix.names(report), outcome_text(source.outcome()),
                         Profile::Value_Name(source.profile()), source.path()));
  }
  for (int report = 0; report < matrix.names_size(); ++report) {
    const std::string& catalogue = matrix.reports(report).catalogue();
    if (catalogue == matrix.reports(0).catalogue()) continue;
    add_notice(document, Level::note, "note",
               fmt::format("{}: judged by catalogue {}, not {}", matrix.names(report),
                           catalogue_text(catalogue), catalogue_text(matrix.reports(0).catalogue())));
  }
  add_line(document, "replay", matrix.command());
}

}  // namespace

Document document_of(const Matrix& matrix) {
  const ResultTable rules = rules_table(matrix);
  const ResultTable readings = readings_table(matrix);
  Document document{.subject = "Matrix",
                    .verdict = verdict_of(rules, readings, matrix),
                    .suites = "netioconf matrix",
                    .version = matrix.version(),
                    .command = matrix.command(),
                    .has_result = !matrix.names().empty(),
                    .tables = {rules, readings},
                    .cases = cases_of(matrix)};
  for (const Trend& trend : matrix.trends()) {
    document.tables.push_back(trend_table(matrix, trend));
    document.tables.push_back(trend_changes_table(matrix, trend));
  }
  add_summary(document, matrix);
  return document;
}

}  // namespace netioconf::reports::document
