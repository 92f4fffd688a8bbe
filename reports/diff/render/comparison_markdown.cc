#include <fmt/format.h>

#include <algorithm>

#include "reports/diff/render/comparison_formats.h"
#include "reports/diff/render/comparison_lines.h"
#include "reports/formats/markdown_table.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff::render {
namespace {

std::vector<std::string> head_of(const Comparison& comparison, const std::string& first) {
  std::vector<std::string> head{first};
  for (const std::string& name : names_of(comparison)) head.push_back(words::markdown_text(name));
  return head;
}

bool all_equal(const std::vector<std::string>& row) {
  return std::all_of(row.begin() + 1, row.end(),
                     [&](const std::string& cell) { return cell == row[1]; });
}

std::string rules_table(const Comparison& comparison) {
  formats::MarkdownRows rows;
  for (const RuleRow& row : rules_by_run(comparison)) {
    std::vector<std::string> cells{words::markdown_text(row.rule)};
    for (const Standing standing : row.standings) cells.emplace_back(name_of(standing));
    if (!all_equal(cells)) rows.push_back(std::move(cells));
  }
  if (rows.empty()) return "";
  return "## Rules on which they differ\n\n" +
         formats::markdown_table(head_of(comparison, "rule"), rows);
}

std::string readings_table(const Comparison& comparison) {
  formats::MarkdownRows rows;
  for (const ReadingRow& row : readings_by_run(comparison)) {
    std::vector<std::string> cells{
        words::markdown_text(words::question_text(row.question, row.subject))};
    for (const oracle::Followed* followed : row.followed) {
      const bool decided = followed != nullptr && followed->decided;
      cells.push_back(decided ? words::markdown_text(words::answers_text(*followed)) : "open");
    }
    if (!all_equal(cells)) rows.push_back(std::move(cells));
  }
  if (rows.empty()) return "";
  return "## Readings on which they differ\n\n" +
         formats::markdown_table(head_of(comparison, "question"), rows);
}

std::string text_of(const std::vector<words::Line>& lines, std::string_view label) {
  for (const words::Line& line : lines) {
    if (line.label == label) return words::markdown_text(line.text);
  }
  return "";
}

std::string answers_of(const Comparison& comparison, const Difference& difference) {
  std::string text;
  for (const AgreeingGroup& group : difference.shown.groups) {
    text += (text.empty() ? "" : "; ") +
            words::markdown_text(fmt::format("{}: {}", names_of(comparison, group.runs), group.reply));
  }
  return text;
}

std::string differences_table(const Comparison& comparison, bool ambiguous) {
  formats::MarkdownRows rows;
  for (const Difference& difference : comparison.differences) {
    const Cause& cause = difference.key.cause;
    if (is_ambiguous(cause.kind) != ambiguous) continue;
    const std::vector<words::Line> lines = difference_lines(comparison, difference);
    rows.push_back({words::markdown_text(words::question_text(id_of(cause), cause.subject)),
                    text_of(lines, "call"), answers_of(comparison, difference),
                    text_of(lines, "documents"),
                    words::markdown_text(std::string{words_for(cause.kind)}),
                    words::markdown_text(times_seen(difference)), text_of(lines, "script")});
  }
  if (rows.empty()) return "";
  const std::string title =
      ambiguous ? "## Where the documents are ambiguous\n\n" : "## Where some break a rule\n\n";
  return title + formats::markdown_table({"rule or reading", "call", "answers", "documents allow", "why",
                                          "seen", "shortest script"},
                                         rows);
}

std::string implementations_table(const Comparison& comparison) {
  formats::MarkdownRows rows;
  const std::vector<std::string> names = names_of(comparison);
  for (std::size_t run = 0; run < names.size(); ++run)
    rows.push_back({words::markdown_text(names[run]),
                    words::markdown_text(words::verdict_text(comparison.runs[run]))});
  return formats::markdown_table({"implementation", "by itself"}, rows);
}

}  // namespace

std::string markdown(const Comparison& comparison) {
  std::string text = fmt::format("# Comparison: {}\n\n", words::markdown_text(verdict_text(comparison)));
  text += fmt::format(
      "{} and {} compared under the profile {} by netioconf {}.\n\n",
      words::count_text(comparison.scripts, "script"), words::count_text(comparison.steps, "step"),
      oracle::readings::name_of(comparison.profile), words::markdown_text(comparison.version));
  text += implementations_table(comparison) + differences_table(comparison, false) +
          rules_table(comparison) + readings_table(comparison) + differences_table(comparison, true);
  for (const LeftOut& one : comparison.left_out) {
    text += fmt::format("- left out: {}: {}\n", words::count_text(one.scripts, "script"),
                        words::markdown_text(one.why));
  }
  return text + "\nTo repeat it: " + words::markdown_text(comparison.command) + "\n";
}

}  // namespace netioconf::reports::diff::render
