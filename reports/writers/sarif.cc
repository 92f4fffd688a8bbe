#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "corpora/text/fingerprint.h"
#include "reports/words/escape.h"
#include "reports/writers/formats.h"

// SARIF 2.1.0. Viewers show only results that have a location, so a script that is in no file gets the
// path that it would have.
//
// GitHub uses only the properties that this page lists:
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
// `suppressions` and `baselineState` are not among them: every result is an open alert, whatever
// they say. Therefore known deviations and those that are gone are notifications, not results.
namespace netioconf::reports::writers {
namespace {

using document::Document;
using document::Finding;
using document::RuleText;

using nlohmann::ordered_json;  // keeps the order of members

constexpr const char* root_of_repository = "%SRCROOT%";
constexpr const char* level_names[] = {"error", "warning", "note"};

const char* name_of(document::Level level) { return level_names[static_cast<std::size_t>(level)]; }

ordered_json message(const std::string& text) { return {{"text", text}}; }

ordered_json location(const std::string& path) {
  ordered_json artifact{{"uri", "file://" + words::uri_path(path)}};
  if (!path.starts_with('/'))
    artifact = {{"uri", words::uri_path(path)}, {"uriBaseId", root_of_repository}};
  return {{"physicalLocation", {{"artifactLocation", artifact}, {"region", {{"startLine", 1}}}}}};
}

// The rules of the document, and those that only findings name.
std::vector<RuleText> all_rules(const Document& document) {
  std::vector<RuleText> rules = document.rules;
  std::map<std::string, bool> listed;
  for (const RuleText& rule : rules) listed[rule.id] = true;
  for (const document::FindingGroup& group : document.groups) {
    for (const Finding& finding : group.findings) {
      if (!std::exchange(listed[finding.id], true))
        rules.push_back({finding.id, finding.id, finding.id});
    }
  }
  return rules;
}

// The words with page and section, if the report has them.
std::string help_of(const RuleText& rule) {
  const std::string command = "netioconf explain " + words::shell_word(rule.id);
  return rule.full == rule.id ? command : words::legible(rule.full) + "\n\nMore: " + command;
}

ordered_json rule_json(const RuleText& rule) {
  return {{"id", words::legible(rule.id)},
          {"shortDescription", message(words::legible(rule.brief))},
          {"fullDescription", message(words::legible(rule.full))},
          {"help", message(help_of(rule))},
          {"defaultConfiguration", {{"level", "error"}}}};
}

// GitHub looks only at primaryLocationLineHash: a hash, a colon, and a number that is 1 unless several
// results have the hash.
ordered_json fingerprints_of(const Finding& finding) {
  return {{"netioconf/v2", words::legible(finding.fingerprint)},
          {"primaryLocationLineHash", corpora::text::Fingerprint{finding.fingerprint}.hex() + ":1"}};
}

ordered_json result_json(const Finding& finding, std::size_t rule, const SourceRoot& root) {
  ordered_json result{{"ruleId", words::legible(finding.id)},
                      {"ruleIndex", rule},
                      {"level", name_of(finding.level)},
                      {"message", message(document::message_text(finding))},
                      {"locations", ordered_json::array({location(located(root, finding.path))})},
                      {"occurrenceCount", static_cast<std::uint64_t>(finding.times)}};
  if (!finding.fingerprint.empty()) result["partialFingerprints"] = fingerprints_of(finding);
  if (!finding.baseline.empty()) result["baselineState"] = finding.baseline;
  return result;
}

bool is_result(const Finding& finding) {
  return finding.accepted.empty() && finding.baseline != "absent";
}

// A finding that is no result.
ordered_json notification_of(const Finding& finding, std::size_t rule) {
  std::string text = finding.word + ": " + document::head_of(finding);
  if (!finding.accepted.empty()) text += ": " + finding.accepted;
  return {{"level", "note"},
          {"message", message(words::legible(text))},
          {"associatedRule", {{"id", words::legible(finding.id)}, {"index", rule}}}};
}

ordered_json notifications_of(const Document& document) {
  ordered_json list = ordered_json::array();
  for (const document::SummaryLine& each : document.summary) {
    if (!each.is_notice) continue;
    const std::string text = each.line.label + ": " + each.line.text;
    list.push_back({{"level", name_of(each.level)}, {"message", message(words::legible(text))}});
  }
  return list;
}

// A result that is left out is not lost silently.
void note_cut(std::size_t left_out, const SarifLimits& limits, ordered_json& run) {
  ordered_json& notes = run["invocations"][0]["toolExecutionNotifications"];
  notes.push_back(
      {{"level", "warning"},
       {"message", message(fmt::format("cut: {} results are left out, because this file has at most {} "
                                       "results and {} bytes (report.json has all)",
                                       left_out, limits.results, limits.bytes))}});
}

ordered_json run_of(const Document& document, const SourceRoot& root) {
  const std::vector<RuleText> rules = all_rules(document);
  std::map<std::string, std::size_t> indexes;
  ordered_json rules_json = ordered_json::array();
  for (const RuleText& rule : rules) {
    indexes.emplace(rule.id, rules_json.size());
    rules_json.push_back(rule_json(rule));
  }
  ordered_json results = ordered_json::array();
  ordered_json notifications = notifications_of(document);
  for (const document::FindingGroup& group : document.groups) {
    for (const Finding& finding : group.findings) {
      const std::size_t rule = indexes.at(finding.id);
      if (is_result(finding)) {
        results.push_back(result_json(finding, rule, root));
      } else {
        notifications.push_back(notification_of(finding, rule));
      }
    }
  }
  ordered_json run;
  run["tool"]["driver"] = {
      {"name", "netioconf"}, {"version", words::legible(document.version)}, {"rules", rules_json}};
  run["invocations"] =
      ordered_json::array({ordered_json{{"commandLine", words::legible(document.command)},
                                        {"executionSuccessful", document.has_result},
                                        {"toolExecutionNotifications", std::move(notifications)}}});
  run["originalUriBaseIds"][root_of_repository]["description"] =
      message("The repository that is checked.");
  run["results"] = std::move(results);
  return run;
}

}  // namespace

std::string sarif(const Document& document, const SourceRoot& root, const SarifLimits& limits) {
  ordered_json whole{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  ordered_json run = run_of(document, root);
  std::size_t kept = std::min(run["results"].size(), limits.results);
  for (;;) {
    ordered_json cut = run;
    ordered_json& results = cut["results"];
    results.erase(results.begin() + static_cast<std::ptrdiff_t>(kept), results.end());
    if (kept < run["results"].size()) note_cut(run["results"].size() - kept, limits, cut);
    whole["runs"] = ordered_json::array({std::move(cut)});
    std::string text = whole.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    if (text.size() <= limits.bytes || kept == 0) return text;
    // Results differ in size, so the next attempt leaves some room.
    kept = kept * limits.bytes / text.size() * 9 / 10;
  }
}

}  // namespace netioconf::reports::writers
