#include "reports/document/document.h"

#include <fmt/format.h>

#include <utility>

#include "reports/words/escape.h"

namespace netioconf::reports::document {

std::string block(const Description& lines) {
  std::string text;
  for (const Line& line : lines)
    text += fmt::format("  {:<9} {}\n", line.label, words::legible(line.text));
  return text;
}

std::string text_of(const Description& lines, std::string_view label) {
  std::string text;
  for (const Line& line : lines) {
    if (line.label == label) text += (text.empty() ? "" : "; ") + line.text;
  }
  return text;
}

const std::string& head_of(const Finding& finding) {
  return finding.decided.empty() ? finding.summary : finding.decided;
}

std::string message_text(const Finding& finding) {
  Description lines;
  if (!finding.where.empty()) lines.push_back({"where", finding.where});
  for (const Line& line : finding.lines) {
    const bool repeats_the_head = line.label == decided_label || line.text == head_of(finding);
    if (!repeats_the_head) lines.push_back(line);
  }
  return words::legible(head_of(finding)) + "\n" + block(lines);
}

void add_line(Document& document, std::string label, std::string text) {
  document.summary.push_back({.line = {std::move(label), std::move(text)}});
}

void add_detail(Document& document, std::string label, std::string text) {
  document.summary.push_back({.line = {std::move(label), std::move(text)}, .is_detail = true});
}

void add_notice(Document& document, Level level, std::string label, std::string text) {
  document.summary.push_back(
      {.line = {std::move(label), std::move(text)}, .is_notice = true, .level = level});
}

}  // namespace netioconf::reports::document
