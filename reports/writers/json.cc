#include "reports/writers/json.h"

#include "oracle/model/calls.h"
#include "reports/formats/json.h"
#include "reports/formats/json_parts.h"
#include "reports/words/finding_lines.h"
#include "reports/words/phrases.h"
#include "reports/words/replay.h"

namespace netioconf::reports::writers {
namespace {

using formats::json_of;  // and the functions of this file with the same name

using formats::Json;

Json json_of(const Report& report, std::size_t index) {
  const Group& group = report.groups[index];
  const ScriptResult& script = report.scripts[group.script];
  return {{"rule", group.rule},
          {"reading", group.reading},
          {"function", oracle::function_name(group.call)},
          {"observed", group.observed},
          {"findings", group.findings},
          {"new_findings", new_findings(report, index)},
          {"scripts", formats::json_list(group.committed,
                                         [](const Occurrence& occurrence) {
                                           return Json{{"name", occurrence.script},
                                                       {"findings", occurrence.findings}};
                                         })},
          {"generated_findings", group.generated},
          {"shortest",
           {{"script", script.name},
            {"index", group.script},
            {"path", script.path},
            {"step", group.step},
            {"place", words::place_of(script.probes, group.step)},
            {"replay", words::replay_command(report, script, words::example_of(report, group))}}}};
}

Json json_of(const Reason& reason) {
  return {{"why", reason.why}, {"steps", reason.steps}, {"scripts", reason.scripts}};
}

Json readings_of(const Report& report) {
  return formats::json_list(report.readings, [&](const oracle::Followed& followed) {
    return Json{{"question", followed.question},
                {"subject", followed.subject},
                {"decided", followed.decided},
                {"answers", followed.answers},
                {"evidence", json_of(report, followed.evidence)}};
  });
}

Json json_of(const oracle::coverage::Coverage& coverage) {
  Json rules = formats::json_list(coverage.rules, [](const auto& reached) {
    return Json{{"rule", reached.first},
                {"alone", reached.second.alone},
                {"together", reached.second.together},
                {"held_off", reached.second.held_off}};
  });
  Json inputs = formats::json_list(coverage.cells, [](const auto& reached) {
    return Json{{"function", oracle::function_name(reached.first.call)},
                {"partition", reached.first.partition},
                {"outcome", oracle::name_of(reached.first.outcome)},
                {"times", reached.second}};
  });
  Json states = formats::json_list(coverage.states, [](const auto& reached) {
    return Json{{"state", reached.first}, {"times", reached.second}};
  });
  return {{"rules", std::move(rules)}, {"inputs", std::move(inputs)}, {"states", std::move(states)}};
}

Json json_of(const KnownEntry& entry) {
  return {{"rule", entry.rule},         {"script", entry.script},   {"function", entry.call},
          {"observed", entry.observed}, {"reason", entry.reason},   {"link", entry.link},
          {"versions", entry.versions}, {"expires", entry.expires}, {"seen", entry.seen},
          {"line", entry.line}};
}

Json json_of(const Matched& known) {
  Json matches = formats::json_list(known.matches, [](const Match& match) {
    return Json{{"group", match.group},
                {"script", match.script},
                {"findings", match.findings},
                {"entry", match.entry ? Json(*match.entry) : Json(nullptr)}};
  });
  Json stale = formats::json_list(known.stale, [](const Stale& one) {
    return Json{{"entry", one.entry}, {"staleness", name_of(one.staleness)}, {"why", one.why}};
  });
  return {
      {"list", known.list},
      {"entries", formats::json_list(known.entries, [](const auto& entry) { return json_of(entry); })},
      {"matches", std::move(matches)},
      {"stale", std::move(stale)}};
}

Json json_of(const Searched& searched) {
  return {{"by", searched.by},       {"scripts", searched.scripts},
          {"calls", searched.calls}, {"seconds", searched.seconds},
          {"seed", searched.seed},   {"scripts_folder", searched.scripts_folder}};
}

Json rules_of(const Report& report) {
  return formats::json_list(report.rules, [](const RuleWords& rule) {
    return Json{{"id", rule.id},           {"kind", rule.kind},       {"function", rule.call},
                {"page", rule.page},       {"section", rule.section}, {"says", rule.says},
                {"reading", rule.reading}, {"mutants", rule.mutants}};
  });
}

Json questions_of(const Report& report) {
  return formats::json_list(report.questions, [](const QuestionWords& question) {
    Json answers = formats::json_list(question.answers, [](const AnswerWords& answer) {
      return Json{{"id", answer.id},
                  {"basis", name_of(answer.basis)},
                  {"windows", answer.windows},
                  {"source", answer.source}};
    });
    return Json{{"id", question.id}, {"asks", question.asks}, {"answers", std::move(answers)}};
  });
}

Json json_of(const Sample& sample) {
  return {{"elapsed_s", sample.elapsed_s},
          {"executions", sample.executions},
          {"rate", sample.rate},
          {"features", sample.features},
          {"rules_reached", sample.rules_reached},
          {"outcomes_reached", sample.outcomes_reached},
          {"findings", sample.findings}};
}

Json json_of(const MutantResult& result) {
  return {{"mutant", result.mutant},
          {"rule", result.rule},
          {"by", result.by},
          {"caught_after_s", result.caught_after_s ? Json(*result.caught_after_s) : Json(nullptr)}};
}

}  // namespace

Json json_value(const Report& report) {
  Json groups = Json::array();
  for (std::size_t group = 0; group < report.groups.size(); ++group)
    groups.push_back(json_of(report, group));
  const auto plain = [](const auto& item) { return json_of(item); };
  const Json whole{
      {"format", report_format},
      {"implementation", report.implementation},
      {"profile", oracle::readings::name_of(report.profile)},
      {"command", report.command},
      {"version", report.version},
      {"strict", report.strictness == Strictness::strict},
      {"partial", report.extent == Extent::partial},
      {"space", report.space},
      {"outcome", name_of(outcome_of(report))},
      {"scripts_count", json_of(report.scripts_count)},
      {"steps", json_of(report.steps)},
      {"searches", formats::json_list(report.searches, plain)},
      {"groups", std::move(groups)},
      {"undecided", formats::json_list(report.undecided, plain)},
      {"skipped", formats::json_list(report.skipped, plain)},
      {"deciders", formats::json_list(report.deciders,
                                      [](const Decider& decider) {
                                        return Json{{"by", decider.by}, {"steps", decider.steps}};
                                      })},
      {"readings", readings_of(report)},
      {"coverage", json_of(report.coverage)},
      {"known", report.known ? json_of(*report.known) : Json(nullptr)},
      {"scripts",
       formats::json_list(report.scripts, [&](const auto& script) { return json_of(report, script); })},
      {"rules", rules_of(report)},
      {"questions", questions_of(report)},
      {"series", formats::json_list(report.series, plain)},
      {"hunted", formats::json_list(report.mutant_results, plain)},
  };
  return whole;
}

std::string json(const Report& report) {
  return json_value(report).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace netioconf::reports::writers
