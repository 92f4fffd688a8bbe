#include "reports/diff/render/comparison_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/diff/render/comparison_lines.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/writers/text.h"

namespace netioconf::reports::diff::render {
namespace {

constexpr std::size_t right_edge = 96;

std::string heading(const std::string& left, const std::string& right) {
  const std::size_t used = left.size() + right.size();
  const std::size_t gap = used + 2 > right_edge ? 2 : right_edge - used;
  return left + std::string(gap, ' ') + right + "\n";
}

std::string broken_text(const Comparison& comparison, const Difference& difference) {
  const bool shared = difference.key.cause.kind == DivergenceKind::shared;
  const std::string word = shared ? "SHARED    " : "DIFFERS   ";
  const std::string where =
      fmt::format("{}, {}", words::legible(difference.example.name), difference.shown.place);
  return heading(word + words::legible(id_of(difference.key.cause)), where) +
         fmt::format("  {:<9} {}\n", "summary", title_of(comparison, difference)) +
         writers::block(difference_lines(comparison, difference)) + "\n";
}

std::string ambiguity_text(const Comparison& comparison, const Difference& difference) {
  const Cause& cause = difference.key.cause;
  const std::string where =
      fmt::format("{}, {}", words::legible(difference.example.name), difference.shown.place);
  return heading("AMBIGUOUS " + words::legible(words::question_text(id_of(cause), cause.subject)),
                 where) +
         writers::block(difference_lines(comparison, difference)) + "\n";
}

// A table in which each column has the width of its widest cell.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line = " ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += " " + row[i];
      if (i + 1 != row.size()) line += std::string(widths[i] - row[i].size() + 1, ' ');
    }
    text += line + "\n";
  }
  return text;
}

// Columns are labelled with letters because names of implementations are long.
std::string letter_of(std::size_t run) {
  return run < 26 ? std::string(1, static_cast<char>('A' + run)) : fmt::format("#{}", run + 1);
}

std::vector<std::string> head_row(const Comparison& comparison, std::string what) {
  std::vector<std::string> row{std::move(what)};
  for (std::size_t run = 0; run < comparison.runs.size(); ++run) row.push_back(letter_of(run));
  return row;
}

std::string legend(const Comparison& comparison) {
  std::string text;
  const std::vector<std::string> names = names_of(comparison);
  for (std::size_t run = 0; run < names.size(); ++run)
    text += fmt::format("  {} {}: {}\n", letter_of(run), names[run],
                        words::verdict_text(comparison.runs[run]));
  return text;
}

std::string rules_text(const Comparison& comparison) {
  std::vector<std::vector<std::string>> rows{head_row(comparison, "rule")};
  std::size_t agreeing = 0;
  for (const RuleRow& row : rules_by_run(comparison)) {
    const auto other = [&](Standing standing) { return standing != row.standings.front(); };
    if (std::none_of(row.standings.begin(), row.standings.end(), other)) {
      ++agreeing;
      continue;
    }
    std::vector<std::string> cells{words::legible(row.rule)};
    for (const Standing standing : row.standings) cells.emplace_back(name_of(standing));
    rows.push_back(std::move(cells));
  }
  const std::string rest =
      fmt::format("  {} on which all implementations agree\n", words::count_text(agreeing, "rule"));
  return "RULES\n" + (rows.size() == 1 ? "" : table(rows)) + rest + "\n";
}

std::string readings_text(const Comparison& comparison) {
  std::vector<std::vector<std::string>> rows{head_row(comparison, "reading")};
  std::size_t agreeing = 0;
  for (const ReadingRow& row : readings_by_run(comparison)) {
    std::vector<std::string> cells{words::legible(words::question_text(row.question, row.subject))};
    for (const oracle::Followed* followed : row.followed) {
      const bool decided = followed != nullptr && followed->decided;
      cells.push_back(decided ? words::legible(words::answers_text(*followed)) : "open");
    }
    const bool differ = std::any_of(cells.begin() + 2, cells.end(),
                                    [&](const std::string& cell) { return cell != cells[1]; });
    if (differ) rows.push_back(std::move(cells));
    if (!differ) ++agreeing;
  }
  const std::string rest = fmt::format("  {} on which all agree or that no step decided\n",
                                       words::count_text(agreeing, "reading"));
  return "READINGS\n" + (rows.size() == 1 ? "" : table(rows)) + rest + "\n";
}

std::vector<words::Line> summary_lines(const Comparison& comparison) {
  std::vector<words::Line> lines;
  lines.push_back({"compared", fmt::format("{}, {}", words::count_text(comparison.scripts, "script"),
                                           words::count_text(comparison.steps, "step"))});
  for (const LeftOut& left_out : comparison.left_out) {
    lines.push_back({"left out", fmt::format("{}: {}", words::count_text(left_out.scripts, "script"),
                                             words::legible(left_out.why))});
  }
  for (const Searched& searched : comparison.searches)
    lines.push_back(
        {"searched", fmt::format("{}, {:.1f} s", words::legible(searched.by), searched.seconds)});
  lines.push_back({"replay", words::legible(comparison.command)});
  return lines;
}

}  // namespace

std::string text(const Comparison& comparison) {
  std::string broken;
  std::string ambiguous;
  for (const Difference& difference : comparison.differences) {
    const bool allowed = is_ambiguous(difference.key.cause.kind);
    if (allowed) ambiguous += ambiguity_text(comparison, difference);
    if (!allowed) broken += broken_text(comparison, difference);
  }
  std::string verdict = verdict_text(comparison);
  const std::size_t word = std::min(verdict.find(':'), verdict.size());
  std::transform(verdict.begin(), verdict.begin() + static_cast<std::ptrdiff_t>(word), verdict.begin(),
                 [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
  return broken + ambiguous + rules_text(comparison) + readings_text(comparison) + verdict + "\n" +
         legend(comparison) + writers::block(summary_lines(comparison));
}

}  // namespace netioconf::reports::diff::render
