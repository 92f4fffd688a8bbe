#include "reports/writers/plain_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/words/escape.h"
#include "reports/words/finding_lines.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::writers {
namespace {

// The policy prevents the page from loading or running anything, whatever the report contains.
constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<style>
:root {{ color-scheme: light dark; --text: #1a1a1a; --page: #ffffff; --soft: #5a5a5a; --line: #d0d0d0;
  --bad: #b00020; --good: #1b6e2d; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --text: #e6e6e6; --page: #161616; --soft: #a8a8a8; --line: #404040;
    --bad: #ff7a8a; --good: #7fd493; }}
}}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem;
  color: var(--text); background: var(--page); }}
h1 .deviates, h3.new {{ color: var(--bad); }}
h1 .conforms {{ color: var(--good); }}
dl {{ display: grid; grid-template-columns: 6rem 1fr; gap: 0 1rem; }}
dt, caption, .soft {{ color: var(--soft); }}
dd {{ margin: 0; overflow-wrap: anywhere; }}
dd, td.code {{ font-family: ui-monospace, monospace; font-size: 0.9rem; }}
section {{ border-top: 1px solid var(--line); }}
table {{ border-collapse: collapse; display: block; overflow-x: auto; }}
th, td {{ border: 1px solid var(--line); padding: 0.2rem 0.6rem; text-align: left;
  overflow-wrap: anywhere; }}
</style>
</head>
<body>
)";

using Rows = std::vector<std::vector<std::string>>;

std::string cells(const std::vector<std::string>& texts, std::string_view element) {
  std::string row = "<tr>";
  for (const std::string& text : texts)
    row += fmt::format("<{0}>{1}</{0}>", element, words::html_text(text));
  return row + "</tr>\n";
}

std::string table(const std::vector<std::string>& names, const Rows& rows) {
  std::string text = "<table>\n<thead>" + cells(names, "th") + "</thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : rows) text += cells(row, "td");
  return text + "</tbody>\n</table>\n";
}

// A section with a table; empty if the table has no rows.
std::string section(const std::string& title, const std::vector<std::string>& names, const Rows& rows) {
  if (rows.empty()) return "";
  return fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", title, table(names, rows));
}

std::string group_text(const Report& report, std::size_t index) {
  const Group& group = report.groups[index];
  const ScriptResult& script = report.scripts[group.script];
  std::string text =
      fmt::format("<article>\n<h3 class=\"{}\">{} <span class=\"soft\">{}</span></h3>\n<dl>\n",
                  new_findings(report, index) == 0 ? "known" : "new", words::html_text(id_of(group)),
                  words::html_text(words::where_of(report, script, group.step)));
  for (const words::Line& line : words::finding_lines(report, index)) {
    text += fmt::format("<dt>{}</dt><dd>{}</dd>\n", words::html_text(line.label),
                        words::html_text(line.text));
  }
  return text + "</dl>\n</article>\n";
}

std::string groups_section(const Report& report) {
  if (report.groups.empty()) return "";
  std::string text = "<section>\n<h2>Deviations</h2>\n";
  for (std::size_t group = 0; group < report.groups.size(); ++group) text += group_text(report, group);
  return text + "</section>\n";
}

std::vector<std::string> counts_row(const std::string& what, const Counts& counts) {
  return {what, std::to_string(counts.conforms), std::to_string(counts.deviates),
          std::to_string(counts.undecided), std::to_string(counts.skipped)};
}

Rows stale_rows(const Report& report) {
  Rows rows;
  if (!report.known) return rows;
  for (const Stale& stale : report.known->stale) {
    const KnownEntry& entry = report.known->entries[stale.entry];
    rows.push_back({entry.rule, entry.script, entry.call, entry.observed,
                    std::string{name_of(stale.staleness)}, stale.why, entry.reason});
  }
  return rows;
}

Rows reason_rows(const Report& report) {
  Rows rows;
  const auto add = [&](const std::string& verdict, const std::vector<Reason>& reasons) {
    for (const Reason& reason : reasons) {
      rows.push_back(
          {verdict, reason.why, std::to_string(reason.steps), std::to_string(reason.scripts)});
    }
  };
  add("undecided", report.undecided);
  add("skipped", report.skipped);
  return rows;
}

Rows reading_rows(const Report& report) {
  Rows rows;
  for (const oracle::Followed& followed : report.readings) {
    std::string shown_by;
    for (const oracle::Evidence& evidence : followed.evidence) {
      shown_by += (shown_by.empty() ? "" : "; ") + words::text_of(report, evidence);
    }
    rows.push_back({words::question_text(followed.question, followed.subject),
                    followed.decided ? "follows" : "open", words::answers_text(followed), shown_by});
  }
  return rows;
}

Rows coverage_rows(const Report& report) {
  Rows rows;
  for (const auto& [rule, reached] : report.coverage.rules) {
    rows.push_back({rule, std::to_string(reached.alone), std::to_string(reached.together),
                    std::to_string(reached.held_off)});
  }
  return rows;
}

Rows script_rows(const Report& report) {
  Rows rows;
  for (const ScriptResult& script : report.scripts) {
    rows.push_back({std::string{oracle::name_of(script.verdict)}, script.name, script.comment});
  }
  return rows;
}

std::string top(const Report& report) {
  std::string text = fmt::format(
      "<h1>{}: <span class=\"{}\">{}</span></h1>\n<p>Judged under the profile {} by netioconf "
      "{}.{}</p>\n",
      words::html_text(report.implementation), name_of(outcome_of(report)),
      words::html_text(words::verdict_text(report)), oracle::readings::name_of(report.profile),
      words::html_text(report.version),
      report.extent == Extent::partial ? " Scripts were left out on purpose." : "");
  text += table({"", "conform", "deviate", "undecided", "skipped"},
                {counts_row("scripts", report.scripts_count), counts_row("steps", report.steps)});
  for (const Searched& searched : report.searches)
    text += fmt::format("<p>Searched by {}.</p>\n", words::html_text(words::search_text(searched)));
  for (const std::string& line : words::coverage_text(report.coverage)) {
    text += fmt::format("<p class=\"soft\">Coverage: {}.</p>\n", words::html_text(line));
  }
  return text +
         fmt::format(
             "<p>To repeat the run: <code>{}</code></p>\n<p class=\"soft\">This program was built "
             "without Node.js, so this is the plain page: no filters, no matrix.</p>\n",
             words::html_text(report.command));
}

}  // namespace

std::string plain_page(const Report& report) {
  const std::string title =
      fmt::format("{}: {}", words::html_text(report.implementation), name_of(outcome_of(report)));
  return fmt::format(head, title) + top(report) + groups_section(report) +
         section("Known deviations that no longer hold",
                 {"rule", "script", "call", "observed", "now", "why", "reason"}, stale_rows(report)) +
         section("Without a verdict", {"verdict", "why", "steps", "scripts"}, reason_rows(report)) +
         section("Readings", {"question", "", "answers", "shown by"}, reading_rows(report)) +
         section("Coverage of the rules", {"rule", "alone", "with others", "did not apply"},
                 coverage_rows(report)) +
         section("Scripts", {"verdict", "script", "about"}, script_rows(report)) + "</body>\n</html>\n";
}

std::string plain_page(std::string_view title, std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines += words::html_text(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fmt::format(head, words::html_text(title)) +
         fmt::format(
             "<pre>{}</pre>\n<p class=\"soft\">This program was built without Node.js, so its pages are "
             "plain.</p>\n</body>\n</html>\n",
             lines);
}

}  // namespace netioconf::reports::writers
