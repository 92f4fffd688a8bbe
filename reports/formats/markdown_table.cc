#include "reports/formats/markdown_table.h"

#include <fmt/format.h>

namespace netioconf::reports::formats {
namespace {

constexpr std::size_t rows_shown = 100;

std::string row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

}  // namespace

std::string markdown_table(const std::vector<std::string>& head, const MarkdownRows& rows) {
  std::string text = row(head) + row(std::vector<std::string>(head.size(), "---"));
  for (std::size_t i = 0; i < rows.size() && i < rows_shown; ++i) text += row(rows[i]);
  if (rows.size() > rows_shown) {
    text += fmt::format("\n{} more: see report.json.\n", rows.size() - rows_shown);
  }
  return text + "\n";
}

}  // namespace netioconf::reports::formats
