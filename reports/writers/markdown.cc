#include "reports/writers/markdown.h"

#include <fmt/format.h>

#include "reports/formats/markdown_table.h"
#include "reports/words/escape.h"
#include "reports/words/finding_lines.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::writers {
namespace {

std::vector<std::string> counts_row(const std::string& what, const Counts& counts) {
  return {what, std::to_string(counts.conforms), std::to_string(counts.deviates),
          std::to_string(counts.undecided), std::to_string(counts.skipped)};
}

std::string text_of_line(const std::vector<words::Line>& lines, std::string_view label) {
  for (const words::Line& line : lines) {
    if (line.label == label) return words::markdown_text(line.text);
  }
  return "";
}

std::string groups_table(const Report& report) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < report.groups.size(); ++i) {
    const Group& group = report.groups[i];
    const std::vector<words::Line> lines = words::finding_lines(report, i);
    rows.push_back({words::markdown_text(id_of(group)), text_of_line(lines, "call"),
                    text_of_line(lines, "allowed"), text_of_line(lines, "observed"),
                    words::markdown_text(words::times_seen(group)),
                    words::markdown_text(words::standing_of(report, i)), text_of_line(lines, "script")});
  }
  if (rows.empty()) return "";
  return "## Deviations\n\n" +
         formats::markdown_table(
             {"rule", "call", "allowed", "observed", "seen", "standing", "shortest script"}, rows);
}

std::string reasons_table(const Report& report) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const std::string& verdict, const std::vector<Reason>& reasons) {
    for (const Reason& reason : reasons) {
      rows.push_back({verdict, words::markdown_text(reason.why), std::to_string(reason.steps),
                      std::to_string(reason.scripts)});
    }
  };
  add("undecided", report.undecided);
  add("skipped", report.skipped);
  if (rows.empty()) return "";
  return "## Without a verdict\n\n" +
         formats::markdown_table({"verdict", "why", "steps", "scripts"}, rows);
}

std::string readings_table(const Report& report) {
  std::vector<std::vector<std::string>> rows;
  std::size_t open = 0;
  for (const oracle::Followed& followed : report.readings) {
    if (!followed.decided) {
      ++open;
      continue;
    }
    const std::string shown_by =
        followed.evidence.empty() ? "" : words::text_of(report, followed.evidence.front());
    rows.push_back({words::markdown_text(words::question_text(followed.question, followed.subject)),
                    words::markdown_text(words::answers_text(followed)),
                    words::markdown_text(shown_by)});
  }
  const std::string left =
      fmt::format("{} left open by this run.\n\n", words::count_text(open, "question"));
  return "## Readings\n\n" +
         (rows.empty() ? "" : formats::markdown_table({"question", "follows", "shown by"}, rows)) + left;
}

std::string stale_list(const Report& report) {
  if (!report.known || report.known->stale.empty()) return "";
  std::string text = "## Known deviations that no longer hold\n\n";
  for (const Stale& stale : report.known->stale) {
    text += "- " + words::markdown_text(words::stale_text(*report.known, stale)) + "\n";
  }
  return text + "\n";
}

}  // namespace

std::string markdown(const Report& report) {
  std::string text = fmt::format("# {}: {}\n\n", words::markdown_text(report.implementation),
                                 words::markdown_text(words::verdict_text(report)));
  text += fmt::format("Judged under the profile {} by netioconf {}.{}\n\n",
                      oracle::readings::name_of(report.profile), words::markdown_text(report.version),
                      report.extent == Extent::partial ? " Scripts were left out on purpose." : "");
  text += formats::markdown_table(
      {"", "conform", "deviate", "undecided", "skipped"},
      {counts_row("scripts", report.scripts_count), counts_row("steps", report.steps)});
  for (const Searched& searched : report.searches)
    text += "Searched by " + words::markdown_text(words::search_text(searched)) + ".\n\n";
  text += groups_table(report) + stale_list(report) + reasons_table(report) + readings_table(report);
  text += "## Coverage\n\n";
  for (const std::string& line : words::coverage_text(report.coverage))
    text += "- " + words::markdown_text(line) + "\n";
  return text + "\nTo repeat the run: " + words::markdown_text(report.command) + "\n";
}

}  // namespace netioconf::reports::writers
