#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

using document::Document;
using document::Finding;
using document::FindingGroup;
using document::ResultTable;

// The page of a CI job has little space.
constexpr std::size_t rows_shown = 100;

std::string row_text(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

std::string omitted_text(std::size_t count) {
  return count <= rows_shown ? "" : fmt::format("\n{} more: see report.json.\n", count - rows_shown);
}

std::vector<std::string> escaped(const std::vector<std::string>& cells) {
  std::vector<std::string> row;
  for (const std::string& cell : cells) row.push_back(words::markdown_text(cell));
  return row;
}

std::string table_text(const ResultTable& table) {
  if (table.rows.empty()) return "";
  std::string text = "## " + words::markdown_text(table.title) + "\n\n" + row_text(escaped(table.head)) +
                     row_text(std::vector<std::string>(table.head.size(), "---"));
  for (std::size_t i = 0; i < std::min(table.rows.size(), rows_shown); ++i)
    text += row_text(escaped(table.rows[i]));
  text += omitted_text(table.rows.size());
  if (!table.rest.empty()) text += "\n" + words::markdown_text(table.rest) + "\n";
  return text + "\n";
}

// The findings with their lines as columns. A label that no finding has gets no column.
ResultTable table_of(const FindingGroup& group) {
  ResultTable table{.title = group.title, .head = {group.head}};
  for (const Finding& finding : group.findings) table.rows.push_back({finding.title});
  for (const std::string& label : group.labels) {
    std::vector<std::string> column;
    for (const Finding& finding : group.findings)
      column.push_back(document::text_of(finding.lines, label));
    if (std::ranges::all_of(column, [](const std::string& cell) { return cell.empty(); })) continue;
    table.head.push_back(label);
    for (std::size_t i = 0; i < column.size(); ++i) table.rows[i].push_back(column[i]);
  }
  return table;
}

// The lines of the summary with one label that follow each other. Of many, the first are shown.
std::string list_text(std::span<const document::SummaryLine> lines) {
  std::string text;
  for (const document::SummaryLine& each : lines.first(std::min(lines.size(), rows_shown)))
    text += fmt::format("- {}: {}\n", each.line.label, words::markdown_text(each.line.text));
  return text + omitted_text(lines.size());
}

// A list that is only shown on request. GitHub needs the empty lines.
std::string folded(const std::string& title, const std::string& list) {
  return fmt::format("\n<details><summary>{}</summary>\n\n{}\n</details>\n\n", title, list);
}

std::string summary_text(std::span<const document::SummaryLine> lines) {
  std::string text;
  while (!lines.empty()) {
    const std::string& label = lines.front().line.label;
    const auto end = std::ranges::find_if(
        lines, [&](const document::SummaryLine& each) { return each.line.label != label; });
    const auto same = lines.first(static_cast<std::size_t>(end - lines.begin()));
    const bool folds = label == "reading";
    text += folds ? folded(words::count_text(same.size(), label), list_text(same)) : list_text(same);
    lines = lines.subspan(same.size());
  }
  return text;
}

}  // namespace

std::string markdown(const Document& document) {
  std::string text = fmt::format("# {}: {}\n\n", words::markdown_text(document.subject),
                                 words::markdown_text(document.verdict));
  for (const FindingGroup& group : document.groups) text += table_text(table_of(group));
  for (const ResultTable& table : document.tables) text += table_text(table);
  return text + summary_text(document.summary);
}

}  // namespace netioconf::reports::writers
