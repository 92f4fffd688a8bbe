#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reports/diff/render/changes_formats.h"
#include "reports/diff/render/changes_lines.h"
#include "reports/formats/json.h"
#include "reports/formats/json_parts.h"
#include "reports/formats/junit_xml.h"
#include "reports/formats/sarif_parts.h"
#include "reports/words/escape.h"
#include "reports/writers/text.h"

namespace netioconf::reports::diff::render {
namespace {

using formats::Json;
using formats::sarif_parts::message;

// Increased together with the format in changes.schema.json.
constexpr int changes_format = 1;

bool fails(const Change& change) { return change.fate == Fate::added || change.fate == Fate::changed; }

Json json_of(const std::vector<StoredGroup>& groups, const std::optional<std::size_t>& index) {
  if (!index) return nullptr;
  const StoredGroup& group = groups[*index];
  return {{"index", *index},
          {"observed", group.observed},
          {"findings", group.findings},
          {"new_findings", group.new_findings},
          {"scripts", group.scripts}};
}

Json json_of(const Changes& changes, const Change& change) {
  const StoredGroup& group = latest(changes, change);
  return {{"fate", name_of(change.fate)},
          {"what", change.what},
          {"rule", group.rule},
          {"reading", group.reading},
          {"function", group.function},
          {"before", json_of(changes.before.groups, change.before)},
          {"after", json_of(changes.after.groups, change.after)},
          {"call", group.call},
          {"allowed", group.allowed},
          {"reply", group.reply},
          {"script", group.script},
          {"path", group.path},
          {"place", group.place},
          {"replay", group.replay}};
}

Json source_of(const Stored& stored) {
  return {{"path", stored.path},
          {"implementation", stored.implementation},
          {"profile", stored.profile},
          {"version", stored.version},
          {"outcome", stored.outcome}};
}

}  // namespace

Json json_value(const Changes& changes) {
  return {{"kind", "changes"},
          {"format", changes_format},
          {"command", changes.command},
          {"before", source_of(changes.before)},
          {"after", source_of(changes.after)},
          {"notes", warnings_of(changes)},
          {"deviations", formats::json_list(changes.deviations,
                                            [&](const Change& one) { return json_of(changes, one); })},
          {"scripts", formats::json_list(changes.scripts,
                                         [](const ScriptChange& one) {
                                           return Json{{"name", one.name},
                                                       {"before", one.before},
                                                       {"after", one.after}};
                                         })},
          {"readings", formats::json_list(changes.readings,
                                          [](const ReadingChange& one) {
                                            return Json{{"question", one.question},
                                                        {"subject", one.subject},
                                                        {"before", one.before},
                                                        {"after", one.after}};
                                          })},
          {"scripts_added", changes.scripts_added},
          {"scripts_gone", changes.scripts_gone},
          {"rules_added", changes.rules_added},
          {"rules_gone", changes.rules_gone}};
}

std::string json(const Changes& changes) {
  return json_value(changes).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

writers::PageData page_data(const Changes& changes) {
  return {.reports = {changes.before.whole, changes.after.whole},
          .names = {words::legible(changes.before.implementation) + " before",
                    words::legible(changes.after.implementation) + " after"},
          .changes = json_value(changes)};
}

std::string html(const Changes& changes) { return writers::html(page_data(changes)); }

std::string junit(const Changes& changes) {
  formats::junit_xml::Suites suites;
  for (const Change& change : changes.deviations) {
    const StoredGroup& group = latest(changes, change);
    formats::junit_xml::Case made{.name = fmt::format("{} of {}", group.observed, group.function),
                                  .ending = formats::junit_xml::Ending::passed};
    if (fails(change)) made.ending = formats::junit_xml::Ending::failed;
    if (change.fate == Fate::unchanged) made.ending = formats::junit_xml::Ending::skipped;
    made.message = std::string{name_of(change.fate)};
    if (!change.what.empty()) made.message += ": " + change.what;
    made.type = id_of(group);
    made.text = writers::block(lines_of(changes, change));
    suites[words::legible(id_of(group))].push_back(std::move(made));
  }
  return formats::junit_xml::document("netioconf diff of reports", suites);
}

std::string sarif(const Changes& changes) {
  std::set<std::string> ids;
  for (const Change& change : changes.deviations)
    ids.insert(words::legible(id_of(latest(changes, change))));
  Json rules = Json::array();
  for (const std::string& id : ids) rules.push_back({{"id", id}, {"shortDescription", message(id)}});
  Json results = Json::array();
  for (const Change& change : changes.deviations) {
    const StoredGroup& group = latest(changes, change);
    const std::string id = words::legible(id_of(group));
    static constexpr const char* states[] = {"new", "absent", "updated", "unchanged"};
    results.push_back({{"ruleId", id},
                       {"ruleIndex", std::distance(ids.begin(), ids.find(id))},
                       {"level", fails(change) ? "error" : "note"},
                       {"baselineState", states[static_cast<std::size_t>(change.fate)]},
                       {"message", message(std::string{name_of(change.fate)} + "\n" +
                                           writers::block(lines_of(changes, change)))},
                       {"locations", Json::array({formats::sarif_parts::location(
                                         group.path.empty() ? group.script : group.path, 1)})}});
  }
  return formats::sarif_parts::document({.version = changes.after.version,
                                         .command = changes.command,
                                         .rules = std::move(rules),
                                         .results = std::move(results),
                                         .notifications = Json::array()});
}

}  // namespace netioconf::reports::diff::render
