#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/writers/formats.h"

namespace netioconf::reports::writers {
namespace {

using document::Document;
using document::Finding;
using document::ResultTable;

// Of the text in a line with a label.
constexpr std::size_t indent = 12;
// Reasons of one kind that are shown without --verbose.
constexpr std::size_t reasons_shown = 5;
// Deviations that differ only in their rule and are shown in full without --verbose.
constexpr std::size_t alike_shown = 4;
// Rules of those that are not.
constexpr std::size_t rules_shown = 8;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return 'a' <= letter && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return text;
}

std::string colored(const TextStyle& style, const std::string& word, std::string text) {
  if (!style.color) return text;
  const auto color = word == "conforms" || word == "agree" ? fmt::terminal_color::green
                     : word == "known"                     ? fmt::terminal_color::yellow
                                                           : fmt::terminal_color::red;
  return fmt::format(fmt::emphasis::bold | fmt::fg(color), "{}", text);
}

// The number of characters; each takes one column.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

// The first space at or after a position where a line may break: in a command, not within quotes.
std::size_t next_break(const std::string& line, std::size_t from, bool is_command) {
  char quote = 0;
  for (std::size_t at = from; at < line.size(); ++at) {
    const char byte = line[at];
    if (is_command && quote == 0 && byte == '\\') {
      ++at;
    } else if (is_command && quote == 0 && (byte == '\'' || byte == '"')) {
      quote = byte;
    } else if (byte == quote) {
      quote = 0;
    } else if (byte == ' ' && quote == 0) {
      return at;
    }
  }
  return line.size();
}

// Breaks at spaces, so that no line is longer than `columns` unless a word is. Further lines are
// indented. A line that was broken with a backslash can still be pasted.
std::string wrapped(const std::string& line, std::size_t columns, std::size_t further, bool is_command) {
  const std::size_t room = is_command ? columns - 2 : columns;
  if (columns <= further + 2 || width_of(line) <= columns) return line;
  std::string text;
  std::size_t used = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = next_break(line, begin + 1, is_command);
    const std::string_view word = std::string_view{line}.substr(begin, end - begin);
    if (used + width_of(word) > room && used > further) {
      text += (is_command ? " \\\n" : "\n") + std::string(further, ' ');
      text += word.substr(word.front() == ' ' ? 1 : 0);
      used = further + width_of(word) - (word.front() == ' ' ? 1 : 0);
    } else {
      text += word;
      used += width_of(word);
    }
    begin = end;
  }
  return text;
}

std::string line_text(const document::Line& line, const TextStyle& style) {
  return wrapped(document::block({line}), style.columns, indent, line.label == "replay");
}

// The findings of which only the first is shown, by what decides them. Where a call gives a wrong answer
// in the scripts of many rules, one fault is likely, for example a link that is never found.
using Alike = std::map<std::string_view, std::vector<const Finding*>>;

Alike alike_in(const document::FindingGroup& group, const TextStyle& style) {
  Alike alike;
  if (style.verbosity == Verbosity::verbose) return alike;
  for (const Finding& finding : group.findings) {
    if (finding.word == "deviates" && !finding.decided.empty())
      alike[finding.decided].push_back(&finding);
  }
  std::erase_if(alike, [](const auto& each) { return each.second.size() <= alike_shown; });
  return alike;
}

std::string others_text(const std::vector<const Finding*>& alike) {
  std::vector<std::string> titles;
  for (const Finding* other : std::span{alike}.subspan(1).first(std::min(rules_shown, alike.size() - 1)))
    titles.push_back(other->title);
  const std::size_t more = alike.size() - 1 - titles.size();
  return fmt::format("the same under {} other rules (--verbose shows each): {}{}", alike.size() - 1,
                     fmt::join(titles, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string finding_text(const Finding& finding, const TextStyle& style, const std::string& others) {
  const std::string word = colored(style, finding.word, fmt::format("{:<9}", upper(finding.word)));
  const std::string head = finding.title + (finding.decided.empty() ? "" : ": " + finding.decided);
  if (finding.brief) {
    return wrapped(word + " " + words::legible(finding.title + ": " + finding.summary), style.columns,
                   10, false) +
           "\n";
  }
  std::string text = wrapped(word + " " + words::legible(head), style.columns, 10, false) + "\n";
  if (!finding.where.empty()) text += line_text({"where", finding.where}, style);
  for (const document::Line& line : finding.lines) {
    if (line.label == document::decided_label) continue;
    text += line_text(line, style);
    if (line.label == "seen" && !others.empty()) text += line_text({"also", others}, style);
  }
  return text + "\n";
}

// The findings in full come first, then those in one line each.
std::string findings_text(const Document& document, const TextStyle& style) {
  std::string full;
  std::string brief;
  for (const document::FindingGroup& group : document.groups) {
    const Alike alike = alike_in(group, style);
    for (const Finding& finding : group.findings) {
      const auto same = finding.brief ? alike.end() : alike.find(finding.decided);
      if (same != alike.end() && same->second.front() != &finding) continue;
      (finding.brief ? brief : full) +=
          finding_text(finding, style, same == alike.end() ? "" : others_text(same->second));
    }
  }
  return full + brief + (brief.empty() ? "" : "\n");
}

using TextRows = std::vector<std::vector<std::string>>;

// The width of the widest cell of each column.
std::vector<std::size_t> widths_of(const TextRows& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  return widths;
}

// The first column, and those from `begin` to before `end`.
std::string columns_text(const TextRows& rows, const std::vector<std::size_t>& widths, std::size_t begin,
                         std::size_t end) {
  std::string text;
  for (const auto& row : rows) {
    std::string line = fmt::format("  {:<{}}", row[0], widths[0] + 1);
    for (std::size_t i = begin; i < std::min(end, row.size()); ++i)
      line += fmt::format(" {:<{}}", row[i], widths[i] + 1);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

// Columns that do not fit beside each other follow below, each time after the first column.
std::string rows_text(TextRows rows, std::size_t columns) {
  for (auto& row : rows) {
    for (std::string& cell : row) cell = words::legible(cell);
  }
  const std::vector<std::size_t> widths = widths_of(rows);
  std::string text;
  std::size_t begin = 1;
  do {
    std::size_t end = begin;
    std::size_t used = widths[0] + 2;
    for (; end < widths.size(); ++end) {
      used += widths[end] + 2;
      if (columns != 0 && used > columns && end > begin) break;
    }
    text += (begin == 1 ? "" : "\n") + columns_text(rows, widths, begin, end);
    begin = end;
  } while (begin < widths.size());
  return text;
}

std::string table_text(const ResultTable& table, const TextStyle& style) {
  if (table.rows.empty() && table.rest.empty()) return "";
  TextRows rows{table.head};
  rows.insert(rows.end(), table.rows.begin(), table.rows.end());
  return upper(table.title) + "\n" +
         (table.rows.empty() ? "" : rows_text(std::move(rows), style.columns)) +
         (table.rest.empty() ? "" : "  " + words::legible(table.rest) + "\n") + "\n";
}

std::string summary_text(const Document& document, const TextStyle& style) {
  std::string text;
  std::map<std::string, std::size_t> lines;
  std::size_t left_out = 0;
  for (const document::SummaryLine& line : document.summary) {
    const bool is_hidden = line.is_detail || (line.is_notice && line.level == document::Level::note &&
                                              ++lines[line.line.label] > reasons_shown);
    if (style.verbosity == Verbosity::verbose || !is_hidden) {
      text += line_text(line.line, style);
    } else {
      ++left_out;
    }
  }
  if (left_out == 0) return text;
  return text +
         line_text({"details", words::count_text(left_out, "more line") + " with --verbose"}, style);
}

std::string verdict_line(const Document& document, const TextStyle& style) {
  const std::string& verdict = document.verdict;
  const std::size_t word = std::min(verdict.find(':'), verdict.size());
  const std::string rest = words::legible(verdict.substr(word));
  return wrapped(colored(style, verdict.substr(0, word), upper(verdict.substr(0, word))) + rest,
                 style.columns, 2, false) +
         "\n";
}

}  // namespace

std::string text(const Document& document, const TextStyle& style) {
  if (style.verbosity == Verbosity::quiet) return verdict_line(document, style);
  std::string text = findings_text(document, style);
  for (const ResultTable& table : document.tables) text += table_text(table, style);
  return text + summary_text(document, style) + verdict_line(document, style);
}

}  // namespace netioconf::reports::writers
