#include <fmt/format.h>

#include <algorithm>

#include "reports/diff/render/changes_formats.h"
#include "reports/diff/render/changes_lines.h"
#include "reports/formats/markdown_table.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/writers/text.h"

namespace netioconf::reports::diff::render {
namespace {

constexpr std::size_t right_edge = 96;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return 'a' <= letter && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return text;
}

std::string change_text(const Changes& changes, const Change& change) {
  const StoredGroup& group = latest(changes, change);
  const std::string left =
      fmt::format("{:<9} {}", upper(std::string{name_of(change.fate)}), words::legible(id_of(group)));
  if (change.fate == Fate::unchanged)
    return fmt::format("{}: {} of {}\n", left, words::legible(group.observed),
                       words::legible(group.function));
  const std::string right = words::legible(group.script + ", " + group.place);
  const std::size_t used = left.size() + right.size();
  const std::size_t gap = used + 2 > right_edge ? 2 : right_edge - used;
  return left + std::string(gap, ' ') + right + "\n" + writers::block(lines_of(changes, change)) + "\n";
}

std::vector<words::Line> summary_lines(const Changes& changes) {
  std::vector<words::Line> lines;
  lines.push_back({"before", fmt::format("{}: {}", changes.before.path, changes.before.implementation)});
  lines.push_back({"after", fmt::format("{}: {}", changes.after.path, changes.after.implementation)});
  for (const std::string& warning : warnings_of(changes)) lines.push_back({"note", warning});
  const auto count = [&](const char* label, const std::vector<std::string>& names, const char* noun,
                         const char* what) {
    if (!names.empty()) lines.push_back({label, words::count_text(names.size(), noun) + " " + what});
  };
  count("scripts", changes.scripts_added, "script", "only in the later report");
  count("scripts", changes.scripts_gone, "script", "only in the earlier report");
  count("rules", changes.rules_added, "rule", "only in the later catalogue");
  count("rules", changes.rules_gone, "rule", "only in the earlier catalogue");
  lines.push_back({"replay", changes.command});
  for (words::Line& line : lines) line.text = words::legible(line.text);
  return lines;
}

std::string deviations_table(const Changes& changes, Fate fate) {
  formats::MarkdownRows rows;
  for (const Change& change : changes.deviations) {
    if (change.fate != fate) continue;
    const StoredGroup& group = latest(changes, change);
    rows.push_back({words::markdown_text(id_of(group)), words::markdown_text(group.call),
                    words::markdown_text(group.allowed), words::markdown_text(group.reply),
                    words::markdown_text(change.what), words::markdown_text(group.script),
                    words::markdown_text(group.replay)});
  }
  if (rows.empty()) return "";
  return fmt::format("## {} {}\n\n", rows.size(), name_of(fate)) +
         formats::markdown_table(
             {"rule", "call", "allowed", "observed", "what", "shortest script", "to repeat it"}, rows);
}

std::string others_tables(const Changes& changes) {
  std::string text;
  formats::MarkdownRows scripts;
  for (const ScriptChange& one : changes.scripts)
    scripts.push_back({words::markdown_text(one.name), words::markdown_text(one.before),
                       words::markdown_text(one.after)});
  if (!scripts.empty())
    text += "## Scripts with a different verdict\n\n" +
            formats::markdown_table({"script", "before", "after"}, scripts);
  formats::MarkdownRows readings;
  for (const ReadingChange& one : changes.readings) {
    readings.push_back({words::markdown_text(words::question_text(one.question, one.subject)),
                        words::markdown_text(one.before), words::markdown_text(one.after)});
  }
  if (!readings.empty())
    text += "## Readings\n\n" + formats::markdown_table({"question", "before", "after"}, readings);
  return text;
}

}  // namespace

std::vector<words::Line> lines_of(const Changes& changes, const Change& change) {
  const StoredGroup& group = latest(changes, change);
  std::vector<words::Line> lines{
      {"call", group.call},
      {"allowed", group.allowed},
      {"observed", group.reply},
      {"what", change.what},
      {"script", group.path.empty() ? group.script + " (in no file)" : group.path},
      {"replay", group.replay}};
  std::erase_if(lines, [](const words::Line& line) { return line.text.empty(); });
  for (words::Line& line : lines) line.text = words::legible(line.text);
  return lines;
}

std::string verdict_text(const Changes& changes) {
  std::string text;
  for (const Fate fate : {Fate::added, Fate::gone, Fate::changed, Fate::unchanged}) {
    const std::size_t count = count_of(changes, fate);
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count == 0 ? "none" : std::to_string(count),
                        name_of(fate));
  }
  if (!changes.scripts.empty())
    text += "; " + words::count_text(changes.scripts.size(), "script") + " with a different verdict";
  if (!changes.readings.empty())
    text += "; " + words::count_text(changes.readings.size(), "reading") + " answered differently";
  return text;
}

std::string text(const Changes& changes) {
  std::string text;
  for (const Change& change : changes.deviations) text += change_text(changes, change);
  if (count_of(changes, Fate::unchanged) != 0) text += "\n";
  std::vector<words::Line> lines;
  for (const ScriptChange& one : changes.scripts)
    lines.push_back({"script", words::legible(one.name + ": " + one.before + ", now " + one.after)});
  for (const ReadingChange& one : changes.readings) {
    lines.push_back({"reading", words::legible(words::question_text(one.question, one.subject) + ": " +
                                               one.before + ", now " + one.after)});
  }
  const std::string word = changes_count(changes) == 0 ? "ALIKE" : "CHANGED";
  return text + word + ": " + verdict_text(changes) + "\n" + writers::block(lines) +
         writers::block(summary_lines(changes));
}

std::string markdown(const Changes& changes) {
  std::string text = fmt::format("# {}: {}\n\n", words::markdown_text(changes.after.implementation),
                                 words::markdown_text(verdict_text(changes)));
  for (const std::string& warning : warnings_of(changes))
    text += "- " + words::markdown_text(warning) + "\n";
  for (const Fate fate : {Fate::added, Fate::changed, Fate::gone})
    text += deviations_table(changes, fate);
  const std::size_t unchanged = count_of(changes, Fate::unchanged);
  if (unchanged != 0) {
    text += fmt::format("<details><summary>{} unchanged</summary>\n\n", unchanged);
    text += deviations_table(changes, Fate::unchanged) + "</details>\n\n";
  }
  return text + others_tables(changes) + "To repeat it: " + words::markdown_text(changes.command) + "\n";
}

}  // namespace netioconf::reports::diff::render
