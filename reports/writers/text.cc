#include <fmt/format.h>

#include <algorithm>

#include "reports/words/escape.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

using document::Document;
using document::Finding;
using document::ResultTable;

constexpr std::size_t right_edge = 96;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return 'a' <= letter && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return text;
}

// The text up to the colon in capital letters.
std::string with_upper_word(const std::string& text) {
  const std::size_t word = std::min(text.find(':'), text.size());
  return upper(text.substr(0, word)) + text.substr(word);
}

std::string finding_text(const Finding& finding) {
  const std::string left = fmt::format("{:<9} {}", upper(finding.word), words::legible(finding.title));
  if (finding.brief) return left + ": " + words::legible(finding.summary) + "\n";
  const std::string right = words::legible(finding.where);
  const std::size_t used = left.size() + right.size();
  const std::size_t gap = right.empty() ? 0 : used + 2 > right_edge ? 2 : right_edge - used;
  return left + std::string(gap, ' ') + right + "\n" + document::block(finding.lines) + "\n";
}

// The findings in full come first, then those in one line each.
std::string findings_text(const Document& document) {
  std::string full;
  std::string brief;
  for (const document::FindingGroup& group : document.groups) {
    for (const Finding& finding : group.findings)
      (finding.brief ? brief : full) += finding_text(finding);
  }
  return full + brief + (brief.empty() ? "" : "\n");
}

// Each column has the width of its widest cell.
std::string rows_text(std::vector<std::vector<std::string>> rows) {
  std::vector<std::size_t> widths;
  for (auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = words::legible(row[i]);
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line = " ";
    for (std::size_t i = 0; i < row.size(); ++i) line += fmt::format(" {:<{}}", row[i], widths[i] + 1);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string table_text(const ResultTable& table) {
  if (table.rows.empty() && table.rest.empty()) return "";
  std::vector<std::vector<std::string>> rows{table.head};
  rows.insert(rows.end(), table.rows.begin(), table.rows.end());
  return upper(table.title) + "\n" + (table.rows.empty() ? "" : rows_text(std::move(rows))) +
         (table.rest.empty() ? "" : "  " + words::legible(table.rest) + "\n") + "\n";
}

}  // namespace

std::string text(const Document& document) {
  std::string text = findings_text(document);
  for (const ResultTable& table : document.tables) text += table_text(table);
  text += words::legible(with_upper_word(document.verdict)) + "\n";
  document::Description lines;
  for (const document::SummaryLine& line : document.summary) lines.push_back(line.line);
  return text + document::block(lines);
}

}  // namespace netioconf::reports::writers
