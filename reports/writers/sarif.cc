#include "reports/writers/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "oracle/model/calls.h"
#include "reports/formats/sarif_parts.h"
#include "reports/words/escape.h"
#include "reports/words/finding_lines.h"
#include "reports/words/phrases.h"
#include "reports/writers/text.h"

namespace netioconf::reports::writers {
namespace {

using formats::Json;
using formats::sarif_parts::message;

// Rules of the catalogue, followed by questions that were answered inconsistently and by rules that are
// not in the catalogue, so that every result refers to a rule.
std::vector<std::string> rule_ids(const Report& report) {
  std::vector<std::string> ids;
  for (const RuleWords& rule : report.rules) ids.push_back(words::legible(rule.id));
  std::set<std::string> known{ids.begin(), ids.end()};
  for (const Group& group : report.groups) {
    if (known.insert(words::legible(id_of(group))).second) ids.push_back(words::legible(id_of(group)));
  }
  return ids;
}

Json rule_of(const Report& report, const std::string& id) {
  std::string brief = id;
  std::string full = id;
  if (const RuleWords* rule = find_rule_words(report, id)) {
    brief = words::legible(rule->says);
    full = words::legible(fmt::format("{}, {}: {}", rule->page, rule->section, rule->says));
  } else if (const QuestionWords* question = find_question_words(report, id)) {
    brief = words::legible(question->asks);
    full = "One answer must hold through a whole run. " + brief;
  }
  return {{"id", id},
          {"shortDescription", message(brief)},
          {"fullDescription", message(full)},
          {"help", message(fmt::format("netioconf explain {}", words::shell_word(id)))},
          {"defaultConfiguration", {{"level", "error"}}}};
}

int line_of(const ScriptResult& script, std::size_t step) {
  const std::size_t behind = std::min(step + 1, script.probes.size());
  const auto own = std::count(script.probes.begin(),
                              script.probes.begin() + static_cast<std::ptrdiff_t>(behind), false);
  if (own == 0 || static_cast<std::size_t>(own) > script.lines.size()) return 1;
  return script.lines[static_cast<std::size_t>(own) - 1];
}

// Viewers show only results that have a location, so a script that is in no file gets the path that it
// would have.
Json location_of(const ScriptResult& script, std::size_t step) {
  const std::string path = script.path.empty() ? script.name : script.path;
  return formats::sarif_parts::location(path, line_of(script, step));
}

Json suppressions_of(const Report& report, std::size_t group) {
  Json list = Json::array();
  if (new_findings(report, group) != 0) return list;
  for (const Match& match : report.known->matches) {
    if (match.group != group) continue;
    const KnownEntry& entry = report.known->entries[*match.entry];
    list.push_back(
        {{"kind", "external"}, {"status", "accepted"}, {"justification", words::legible(entry.reason)}});
    break;
  }
  return list;
}

Json result_of(const Report& report, const std::vector<std::string>& ids, std::size_t index) {
  const Group& group = report.groups[index];
  const ScriptResult& script = report.scripts[group.script];
  const std::string id = words::legible(id_of(group));
  const auto place = std::find(ids.begin(), ids.end(), id) - ids.begin();
  const std::string fingerprint = words::legible(fmt::format("{}|{}|{}|{}|{}", group.rule, group.reading,
                                                             oracle::function_name(group.call),
                                                             group.observed, report.implementation));
  Json result{{"ruleId", id},
              {"ruleIndex", place},
              {"level", "error"},
              {"message", message(words::legible(words::where_of(report, script, group.step)) + "\n" +
                                  block(words::finding_lines(report, index)))},
              {"locations", Json::array({location_of(script, group.step)})},
              {"partialFingerprints", {{"netioconf/v1", fingerprint}}},
              {"occurrenceCount", group.findings}};
  result["suppressions"] = suppressions_of(report, index);
  return result;
}

Json notifications_of(const Report& report) {
  Json list = Json::array();
  const auto add = [&](const std::string& what, const Reason& reason) {
    const std::string text =
        fmt::format("{}: {} in {}: {}", what, words::count_text(reason.steps, "step"),
                    words::count_text(reason.scripts, "script"), reason.why);
    list.push_back({{"level", "note"}, {"message", message(words::legible(text))}});
  };
  for (const Reason& reason : report.undecided) add("undecided", reason);
  for (const Reason& reason : report.skipped) add("skipped", reason);
  if (!report.known) return list;
  for (const Stale& stale : report.known->stale) {
    list.push_back({{"level", "error"},
                    {"message", message(words::legible(words::stale_text(*report.known, stale)))}});
  }
  return list;
}

}  // namespace

std::string sarif(const Report& report) {
  const std::vector<std::string> ids = rule_ids(report);
  Json results = Json::array();
  for (std::size_t group = 0; group < report.groups.size(); ++group) {
    results.push_back(result_of(report, ids, group));
  }
  Json rules = Json::array();
  for (const std::string& id : ids) rules.push_back(rule_of(report, id));
  return formats::sarif_parts::document({.version = report.version,
                                         .command = report.command,
                                         .successful = outcome_of(report) != Outcome::empty,
                                         .rules = std::move(rules),
                                         .results = std::move(results),
                                         .notifications = notifications_of(report)});
}

}  // namespace netioconf::reports::writers
