#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "oracle/model/calls.h"
#include "reports/diff/render/comparison_formats.h"
#include "reports/diff/render/comparison_lines.h"
#include "reports/formats/junit_xml.h"
#include "reports/formats/sarif_parts.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/writers/text.h"

namespace netioconf::reports::diff::render {
namespace {

using formats::Json;
using formats::sarif_parts::message;

formats::junit_xml::Case case_of(const Comparison& comparison, const Difference& difference) {
  const DivergenceKind kind = difference.key.cause.kind;
  formats::junit_xml::Case made{.name = fmt::format("{}: {}", oracle::function_name(difference.key.call),
                                                    title_of(comparison, difference)),
                                .ending = formats::junit_xml::Ending::failed,
                                .message = std::string{words_for(kind)},
                                .type = std::string{name_of(kind)},
                                .text = writers::block(difference_lines(comparison, difference))};
  if (is_ambiguous(kind)) made.ending = formats::junit_xml::Ending::skipped;
  return made;
}

// A rule without differences passes.
void add_quiet_rules(const Comparison& comparison, formats::junit_xml::Suites& suites) {
  for (const RuleRow& row : rules_by_run(comparison)) {
    const auto loud = [](Standing standing) {
      return standing == Standing::deviates || standing == Standing::known;
    };
    if (suites.contains(row.rule) || std::any_of(row.standings.begin(), row.standings.end(), loud))
      continue;
    suites[row.rule].push_back({.name = "no difference"});
  }
}

std::vector<std::string> ids_of(const Comparison& comparison) {
  std::set<std::string> ids;
  for (const Difference& difference : comparison.differences)
    ids.insert(words::legible(id_of(difference.key.cause)));
  return {ids.begin(), ids.end()};
}

std::string brief_of(const Comparison& comparison, const std::string& id) {
  for (const Report& report : comparison.runs) {
    if (const RuleWords* rule = find_rule_words(report, id)) return words::legible(rule->says);
    if (const QuestionWords* question = find_question_words(report, id))
      return words::legible(question->asks);
  }
  return id;
}

const char* level_of(DivergenceKind kind) {
  if (kind == DivergenceKind::broken) return "error";
  return kind == DivergenceKind::shared ? "warning" : "note";
}

Json result_of(const Comparison& comparison, const std::vector<std::string>& ids,
               const Difference& difference) {
  const std::string id = words::legible(id_of(difference.key.cause));
  std::string fingerprint = id + "|" + std::string{oracle::function_name(difference.key.call)};
  for (const auto& group : difference.key.agreeing) fingerprint += "|" + names_of(comparison, group);
  const std::string path =
      difference.example.path.empty() ? difference.example.name : difference.example.path;
  return {{"ruleId", id},
          {"ruleIndex", std::find(ids.begin(), ids.end(), id) - ids.begin()},
          {"level", level_of(difference.key.cause.kind)},
          {"message", message(title_of(comparison, difference) + "\n" +
                              writers::block(difference_lines(comparison, difference)))},
          {"locations", Json::array({formats::sarif_parts::location(path, 1)})},
          {"partialFingerprints", {{"netioconf/v1", fingerprint}}},
          {"occurrenceCount", difference.places}};
}

}  // namespace

std::string junit(const Comparison& comparison) {
  formats::junit_xml::Suites suites;
  for (const Difference& difference : comparison.differences)
    suites[words::legible(id_of(difference.key.cause))].push_back(case_of(comparison, difference));
  add_quiet_rules(comparison, suites);
  std::vector<std::size_t> all(comparison.runs.size());
  for (std::size_t run = 0; run < all.size(); ++run) all[run] = run;
  return formats::junit_xml::document("netioconf diff of " + names_of(comparison, all), suites);
}

std::string sarif(const Comparison& comparison) {
  const std::vector<std::string> ids = ids_of(comparison);
  Json rules = Json::array();
  for (const std::string& id : ids)
    rules.push_back({{"id", id}, {"shortDescription", message(brief_of(comparison, id))}});
  Json results = Json::array();
  for (const Difference& difference : comparison.differences)
    results.push_back(result_of(comparison, ids, difference));
  Json notifications = Json::array();
  for (const LeftOut& one : comparison.left_out) {
    const std::string text =
        fmt::format("left out: {}: {}", words::count_text(one.scripts, "script"), one.why);
    notifications.push_back({{"level", "note"}, {"message", message(words::legible(text))}});
  }
  return formats::sarif_parts::document({.version = comparison.version,
                                         .command = comparison.command,
                                         .successful = comparison.scripts != 0,
                                         .rules = std::move(rules),
                                         .results = std::move(results),
                                         .notifications = std::move(notifications)});
}

}  // namespace netioconf::reports::diff::render
