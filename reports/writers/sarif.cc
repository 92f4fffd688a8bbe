#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "reports/words/escape.h"
#include "reports/writers/formats.h"

// SARIF 2.1.0. Viewers show only results that have a location, so a script that is in no file gets the
// path that it would have.
namespace netioconf::reports::writers {
namespace {

using document::Document;
using document::Finding;
using document::RuleText;

using nlohmann::ordered_json;  // keeps the order of members

constexpr const char* root_of_scripts = "%SRCROOT%";
constexpr const char* level_names[] = {"error", "warning", "note"};

const char* name_of(document::Level level) { return level_names[static_cast<std::size_t>(level)]; }

ordered_json message(const std::string& text) { return {{"text", text}}; }

ordered_json location(const std::string& path) {
  ordered_json artifact{{"uri", "file://" + words::uri_path(path)}};
  if (!path.starts_with('/'))
    artifact = {{"uri", words::uri_path(path)}, {"uriBaseId", root_of_scripts}};
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

ordered_json rule_json(const RuleText& rule) {
  return {{"id", words::legible(rule.id)},
          {"shortDescription", message(words::legible(rule.brief))},
          {"fullDescription", message(words::legible(rule.full))},
          {"help", message("netioconf explain " + words::shell_word(rule.id))},
          {"defaultConfiguration", {{"level", "error"}}}};
}

ordered_json result_json(const Finding& finding, std::size_t rule) {
  const std::string head =
      finding.where.empty() ? finding.summary : finding.where + ": " + finding.summary;
  ordered_json result{{"ruleId", words::legible(finding.id)},
                      {"ruleIndex", rule},
                      {"level", name_of(finding.level)},
                      {"message", message(words::legible(head) + "\n" + document::block(finding.lines))},
                      {"locations", ordered_json::array({location(finding.path)})},
                      {"occurrenceCount", static_cast<std::uint64_t>(finding.times)}};
  if (!finding.fingerprint.empty())
    result["partialFingerprints"] = {{"netioconf/v1", words::legible(finding.fingerprint)}};
  if (!finding.baseline.empty()) result["baselineState"] = finding.baseline;
  result["suppressions"] = ordered_json::array();
  if (!finding.accepted.empty()) {
    result["suppressions"].push_back({{"kind", "external"},
                                      {"status", "accepted"},
                                      {"justification", words::legible(finding.accepted)}});
  }
  return result;
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

ordered_json run_of(const Document& document) {
  const std::vector<RuleText> rules = all_rules(document);
  std::map<std::string, std::size_t> indexes;
  ordered_json rules_json = ordered_json::array();
  for (const RuleText& rule : rules) {
    indexes.emplace(rule.id, rules_json.size());
    rules_json.push_back(rule_json(rule));
  }
  ordered_json results = ordered_json::array();
  for (const document::FindingGroup& group : document.groups) {
    for (const Finding& finding : group.findings)
      results.push_back(result_json(finding, indexes.at(finding.id)));
  }
  ordered_json run;
  run["tool"]["driver"] = {
      {"name", "netioconf"}, {"version", words::legible(document.version)}, {"rules", rules_json}};
  run["invocations"] =
      ordered_json::array({ordered_json{{"commandLine", words::legible(document.command)},
                                        {"executionSuccessful", document.has_result},
                                        {"toolExecutionNotifications", notifications_of(document)}}});
  run["originalUriBaseIds"][root_of_scripts]["description"] =
      message("The folder that the paths of scripts are relative to.");
  run["results"] = std::move(results);
  return run;
}

}  // namespace

std::string sarif(const Document& document) {
  ordered_json whole{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  whole["runs"] = ordered_json::array({run_of(document)});
  return whole.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace netioconf::reports::writers
