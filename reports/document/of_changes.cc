#include <fmt/format.h>

#include <array>
#include <set>

#include "reports/diff/changes.h"
#include "reports/document/baseline.h"
#include "reports/document/finding_lines.h"
#include "reports/document/of_comparison.h"
#include "reports/document/of_report.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::document {
namespace {

// Gone deviations come last but for those that are as they were.
constexpr std::array<Fate::Value, 4> order{Fate::added, Fate::changed, Fate::gone, Fate::unchanged};

const std::string& id_of(const Change& change) {
  return change.reading().empty() ? change.rule() : change.reading();
}

bool is_known(const Change& change) { return change.has_after() && change.after().new_findings() == 0; }

const std::string& observed_of(const Change& change) {
  return change.has_after() ? change.after().observed() : change.before().observed();
}

Description lines_of(const Change& change) {
  Description lines{{std::string{decided_label}, change.place() + ": " + change.decided_by()},
                    {"call", change.call()},
                    {"allowed", change.allowed()},
                    {"observed", change.reply()},
                    {"what", change.what()},
                    script_line(change.script(), change.path()),
                    {"replay", change.replay()}};
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
  return lines;
}

Finding finding_of(const Change& change) {
  const std::string fate = Fate::Value_Name(change.fate());
  return {.word = fate,
          .id = id_of(change),
          .title = id_of(change),
          .where = change.script() + ", " + change.place(),
          .summary = fmt::format("{} of {}", observed_of(change), change.function()),
          .decided = change.decided_by(),
          .lines = lines_of(change),
          .level = diff::is_worse(change) ? Level::error : Level::note,
          .brief = change.fate() == Fate::unchanged,
          .path = change.path().empty() ? change.script() : change.path(),
          .times = change.has_after() ? change.after().findings() : change.before().findings(),
          .fingerprint =
              fingerprint_of(change.rule(), change.reading(), change.function(), observed_of(change)),
          .accepted = is_known(change) ? "known" : "",
          .baseline = baseline_of(change)};
}

Case case_of(const Change& change) {
  const Finding finding = finding_of(change);
  const Ending otherwise = change.fate() == Fate::unchanged ? Ending::skipped : Ending::passed;
  return {.suite = id_of(change),
          .name = finding.summary,
          .ending = diff::is_worse(change) ? Ending::failed : otherwise,
          .message = fmt::format("{}: {}{}", finding.word, finding.decided,
                                 change.what().empty() ? "" : " (" + change.what() + ")"),
          .type = id_of(change),
          .text = block(finding.lines)};
}

Case lost_case(const std::string& function) {
  return {.suite = "functions",
          .name = function,
          .ending = Ending::failed,
          .message = function + " is missing, and the earlier report has it",
          .type = "functions"};
}

FindingGroup group_of(const Changes& changes, Fate::Value fate) {
  FindingGroup group{.title = "Deviations that are " + Fate::Value_Name(fate),
                     .head = "rule",
                     .labels = {"decided", "call", "allowed", "observed", "what", "script", "replay"}};
  for (const Change& change : changes.deviations()) {
    if (change.fate() == fate) group.findings.push_back(finding_of(change));
  }
  return group;
}

ResultTable scripts_table(const Changes& changes) {
  ResultTable table{.title = "Scripts with a different verdict",
                    .head = {"script", "before", "after", "because of", "where"}};
  for (const ScriptChange& one : changes.scripts())
    table.rows.push_back({one.name(), one.before(), one.after(), one.because(), one.where()});
  return table;
}

ResultTable readings_table(const Changes& changes) {
  ResultTable table{.title = "Readings that are answered differently",
                    .head = {"reading", "before", "after"}};
  for (const ReadingChange& one : changes.readings())
    table.rows.push_back(
        {words::question_text(one.question(), one.subject()), one.before(), one.after()});
  return table;
}

ResultTable rules_table(const Changes& changes) {
  ResultTable table{.title = "Rules of the catalogue that changed",
                    .head = {"rule", "", "before", "after"}};
  for (const RuleChange& one : changes.rules())
    table.rows.push_back({one.rule(), Fate::Value_Name(one.fate()), one.before(), one.after()});
  return table;
}

std::string verdict_of(const Changes& changes) {
  std::string text = diff::changes_count(changes) == 0 ? "alike: " : "not worse: ";
  if (diff::is_worse(changes)) text = "changed: ";
  const char* between = "";
  for (const Fate::Value fate : {Fate::added, Fate::gone, Fate::changed, Fate::unchanged}) {
    const std::size_t count = diff::count_of(changes, fate);
    text += fmt::format("{}{} {}", between, count == 0 ? "none" : std::to_string(count),
                        Fate::Value_Name(fate));
    between = ", ";
  }
  if (!changes.functions_gone().empty())
    text += "; " + words::count_text(changes.functions_gone_size(), "function") + " lost";
  if (!changes.scripts().empty())
    text += "; " + words::count_text(changes.scripts_size(), "script") + " with a different verdict";
  if (!changes.readings().empty())
    text += "; " + words::count_text(changes.readings_size(), "reading") + " answered differently";
  return text;
}

void add_summary(Document& document, const Changes& changes) {
  add_line(document, "before", changes.before().path() + ": " + changes.before().implementation());
  add_line(document, "after", changes.after().path() + ": " + changes.after().implementation());
  for (const std::string& name : changes.functions_gone())
    add_notice(document, Level::error, "lost", name + " is missing, and the earlier report has it");
  for (const std::string& note : changes.notes()) add_notice(document, Level::note, "note", note);
  const auto add_count = [&](const auto& names, const char* what) {
    if (!names.empty()) add_line(document, "scripts", words::count_text(names.size(), "script") + what);
  };
  add_count(changes.scripts_added(), " only in the later report");
  add_count(changes.scripts_gone(), " only in the earlier report");
  add_line(document, "replay", changes.command());
}

}  // namespace

FindingGroup gone_deviations(const Changes& changes) { return group_of(changes, Fate::gone); }

std::vector<RuleText> rules_of(const Changes& changes, const Report& before, const Report& after) {
  std::set<std::string> ids;
  for (const Change& change : changes.deviations()) ids.insert(id_of(change));
  std::vector<RuleText> rules;
  for (const std::string& id : ids) {
    auto text = rule_text(after, id);
    if (!text) text = rule_text(before, id);
    if (text) rules.push_back(*std::move(text));
  }
  return rules;
}

Document document_of(const Changes& changes) {
  Document document{.subject = changes.after().implementation(),
                    .verdict = verdict_of(changes),
                    .suites = "netioconf diff of reports",
                    .version = changes.after().version(),
                    .command = changes.command(),
                    .tables = {scripts_table(changes), readings_table(changes), rules_table(changes)}};
  for (const Fate::Value fate : order) document.groups.push_back(group_of(changes, fate));
  for (const Change& change : changes.deviations()) document.cases.push_back(case_of(change));
  for (const std::string& name : changes.functions_gone()) document.cases.push_back(lost_case(name));
  add_summary(document, changes);
  return document;
}

}  // namespace netioconf::reports::document
