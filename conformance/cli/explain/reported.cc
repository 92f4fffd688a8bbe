#include "conformance/cli/explain/reported.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include "conformance/repository/repository_paths.h"
#include "corpora/files/files.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::conformance::cli::explain {
namespace {

using TableCells = std::vector<std::string>;

constexpr std::array folders = {"reported", "contested", "contradicting"};
constexpr std::string_view contradicting = "contradicting";

// "| `a` | b |" has the cells "a" and "b": without spaces around them, and without grave accents. No
// cell if the line is none of a table.
TableCells cells_of(std::string_view line) {
  TableCells cells;
  if (!line.starts_with("|")) return cells;
  line.remove_prefix(1);
  for (std::size_t end = line.find('|'); end != line.npos; end = line.find('|')) {
    std::string cell{line.substr(0, end)};
    line.remove_prefix(end + 1);
    std::erase(cell, '`');
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(std::move(cell));
  }
  return cells;
}

// "W5" for the trace "w05-ignored-default-route" and for "W5". "" for other words.
std::string number_of(std::string_view words) {
  if (!words.starts_with("w") && !words.starts_with("W")) return "";
  words.remove_prefix(1);
  unsigned number = 0;
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number);
  return read.ec == std::errc{} ? fmt::format("W{}", number) : "";
}

// "W15, W18"
std::vector<std::string> numbers_of(const std::string& words) {
  std::vector<std::string> numbers;
  std::istringstream stream{words};
  for (std::string word; std::getline(stream >> std::ws, word, ',');) {
    if (std::string number = number_of(word); !number.empty()) numbers.push_back(std::move(number));
  }
  return numbers;
}

ReportLine line_of(const std::string& folder, const TableCells& cells) {
  const auto cell = [&](std::size_t at) { return at < cells.size() ? cells[at] : ""; };
  ReportLine line{.folder = folder, .trace = cells[0].starts_with("w") ? cells[0] : ""};
  if (folder == contradicting) {
    line.what = cell(2);
    line.rule = cell(3);
    return line;
  }
  line.what = cell(1);
  line.strength = cell(2);
  line.script = cell(3);
  line.answer = cell(4);
  return line;
}

Report& report_named(const std::string& name, std::vector<Report>& all) {
  const auto found = std::ranges::find(all, name, &Report::name);
  return found != all.end() ? *found : all.emplace_back(Report{.name = name});
}

std::vector<Report> all_reports() {
  std::vector<Report> all;
  for (const std::string folder : folders) {
    const auto page = corpora::files::read_file(repository::committed_traces() / folder / "README.md");
    std::istringstream stream{page.value_or("")};
    for (std::string text; std::getline(stream, text);) {
      const TableCells cells = cells_of(text);
      if (cells.size() < 3) continue;
      for (const std::string& name : numbers_of(folder == contradicting ? cells[1] : cells[0]))
        report_named(name, all).lines.push_back(line_of(folder, cells));
    }
  }
  return all;
}

void explain_line(const ReportLine& line) {
  fmt::print("  {}{}\n", line.what, line.strength.empty() ? "" : fmt::format(" ({})", line.strength));
  if (!line.trace.empty())
    fmt::print("    corpora/traces/{}/{}.trace.textproto{}\n", line.folder, line.trace,
               line.rule.empty() ? "" : " deviates from " + line.rule);
  if (!line.script.empty())
    fmt::print("    emulated:windows answers so in {}: {}\n", line.script, line.answer);
}

// What is in front of the first of these letters.
std::string_view before(const std::string& text, std::string_view letters) {
  return std::string_view{text}.substr(0, text.find_first_of(letters));
}

}  // namespace

std::vector<std::string> report_names() {
  std::vector<std::string> names;
  for (const Report& report : all_reports()) names.push_back(report.name);
  return names;
}

std::optional<Report> find_report(std::string_view name) {
  if (number_of(name).empty()) return std::nullopt;
  std::vector<Report> all = all_reports();
  const auto found = std::ranges::find(all, name, &Report::name);
  return found == all.end() ? std::nullopt : std::optional{std::move(*found)};
}

std::vector<const oracle::Rule*> rules_of(const Report& report) {
  std::vector<const oracle::Rule*> rules;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    const auto is_about = [&](const ReportLine& line) {
      return line.rule == rule.id || before(line.script, "/") == rule.id;
    };
    if (std::ranges::any_of(report.lines, is_about)) rules.push_back(&rule);
  }
  return rules;
}

std::vector<const oracle::readings::Reading*> readings_of(const Report& report) {
  std::vector<const oracle::readings::Reading*> readings;
  for (const oracle::readings::Reading& reading : oracle::readings::readings()) {
    const auto is_about = [&](const ReportLine& line) {
      return before(line.answer, " :") == reading.id;
    };
    if (std::ranges::any_of(report.lines, is_about)) readings.push_back(&reading);
  }
  return readings;
}

void explain_report_lines(const Report& report) {
  fmt::print("{}, reported of Windows by others; this suite was not run there\n", report.name);
  std::string folder = report.lines.front().folder;
  for (const ReportLine& line : report.lines) {
    if (line.folder != folder) fmt::print("\n{}\n", line.folder);
    folder = line.folder;
    explain_line(line);
  }
}

}  // namespace netioconf::conformance::cli::explain
