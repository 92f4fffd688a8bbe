#include "reports/json.h"

#include <nlohmann/json.hpp>

#include "oracle/describe.h"
#include "reports/account.h"
#include "reports/phrases.h"

namespace netioconf::reports {
namespace {

using Json = nlohmann::ordered_json;
using oracle::Finding;

constexpr int format_version = 1;

template <class Items, class Write>
Json list_of(const Items& items, Write write) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(write(item));
  return list;
}

Json json_of(const Counts& counts) {
  return {{"conforms", counts.conforms},
          {"deviates", counts.deviates},
          {"undecided", counts.undecided},
          {"skipped", counts.skipped}};
}

Json json_of(oracle::StatusSet statuses) {
  Json names = Json::array();
  for (std::size_t i = 0; i < oracle::status_count; ++i) {
    const auto status = static_cast<oracle::Status>(i);
    if (statuses.contains(status)) names.push_back(oracle::name_of(status));
  }
  return names;
}

Json json_of(const oracle::Mismatch& mismatch) {
  return {{"rule", mismatch.rule},
          {"member", mismatch.member},
          {"allowed", mismatch.allowed},
          {"observed", mismatch.observed}};
}

Json evidence_list(const Report& report, const std::vector<oracle::Evidence>& list) {
  return list_of(list, [&](const oracle::Evidence& evidence) {
    const ScriptResult* script = find_script(report, evidence.script);
    const std::vector<bool> unknown;
    return Json{{"question", evidence.question},
                {"subject", evidence.subject},
                {"answer", evidence.answer},
                {"script", evidence.script},
                {"step", evidence.step},
                {"place", place_of(script == nullptr ? unknown : script->probes, evidence.step)}};
  });
}

Json json_of(const Report& report, const ScriptResult& script, const Finding& finding) {
  const bool traced = finding.step < script.trace.steps.size();
  const oracle::Step step = traced ? script.trace.steps[finding.step] : oracle::Step{};
  return {{"step", finding.step},
          {"place", place_of(script.probes, finding.step)},
          {"verdict", oracle::name_of(finding.verdict)},
          {"function", oracle::function_name(finding.call)},
          {"call", traced ? oracle::describe(step.operation) : ""},
          {"reply", traced ? oracle::describe(step.reply, finding.call) : ""},
          {"status", traced ? Json(step.reply.status) : Json(nullptr)},
          {"allowed", json_of(finding.allowed)},
          {"rule", finding.rule},
          {"because", finding.because},
          {"mismatches", list_of(finding.mismatches, [](const auto& one) { return json_of(one); })},
          {"contradicts", evidence_list(report, finding.contradicts)},
          {"explained_by", evidence_list(report, finding.explained_by)},
          {"why", finding.why}};
}

// Every step of a script that deviates, so that the way there can be followed; of others only the steps
// that do not conform.
Json findings_of(const Report& report, const ScriptResult& script) {
  Json list = Json::array();
  for (const Finding& finding : script.judgement.findings) {
    const bool shown =
        script.verdict == oracle::Verdict::deviates || finding.verdict != oracle::Verdict::conforms;
    if (shown) list.push_back(json_of(report, script, finding));
  }
  return list;
}

Json json_of(const Report& report, const ScriptResult& script) {
  const bool traced = !script.trace.steps.empty();
  return {{"name", script.name},
          {"path", script.path},
          {"comment", script.comment},
          {"origin", name_of(script.origin)},
          {"verdict", oracle::name_of(script.verdict)},
          {"skipped", script.trace.skipped},
          {"host", traced ? oracle::describe(script.trace.host) : ""},
          {"steps", json_of(script.steps)},
          {"findings", findings_of(report, script)}};
}

Json json_of(const Report& report, std::size_t index) {
  const Group& group = report.groups[index];
  const ScriptResult& script = report.scripts[group.script];
  return {{"rule", group.rule},
          {"reading", group.reading},
          {"function", oracle::function_name(group.call)},
          {"observed", group.observed},
          {"findings", group.findings},
          {"new_findings", new_findings(report, index)},
          {"scripts", list_of(group.committed,
                              [](const Occurrence& occurrence) {
                                return Json{{"name", occurrence.script},
                                            {"findings", occurrence.findings}};
                              })},
          {"generated_findings", group.generated},
          {"shortest",
           {{"script", script.name},
            {"path", script.path},
            {"step", group.step},
            {"place", place_of(script.probes, group.step)},
            {"replay", replay_command(report, script, example_of(report, group))}}}};
}

Json json_of(const Reason& reason) {
  return {{"why", reason.why}, {"steps", reason.steps}, {"scripts", reason.scripts}};
}

Json readings_of(const Report& report) {
  return list_of(report.readings, [&](const oracle::Followed& followed) {
    return Json{{"question", followed.question},
                {"subject", followed.subject},
                {"decided", followed.decided},
                {"answers", followed.answers},
                {"evidence", evidence_list(report, followed.evidence)}};
  });
}

Json json_of(const oracle::Coverage& coverage) {
  Json rules = list_of(coverage.rules, [](const auto& reached) {
    return Json{{"rule", reached.first},
                {"alone", reached.second.alone},
                {"together", reached.second.together},
                {"held_off", reached.second.held_off}};
  });
  Json inputs = list_of(coverage.cells, [](const auto& reached) {
    return Json{{"function", oracle::function_name(reached.first.call)},
                {"partition", reached.first.partition},
                {"outcome", oracle::name_of(reached.first.outcome)},
                {"times", reached.second}};
  });
  Json states = list_of(coverage.states, [](const auto& reached) {
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
  Json matches = list_of(known.matches, [](const Match& match) {
    return Json{{"group", match.group},
                {"script", match.script},
                {"findings", match.findings},
                {"entry", match.entry ? Json(*match.entry) : Json(nullptr)}};
  });
  Json stale = list_of(known.stale, [](const Stale& one) {
    return Json{{"entry", one.entry}, {"staleness", name_of(one.staleness)}, {"why", one.why}};
  });
  return {{"list", known.list},
          {"entries", list_of(known.entries, [](const auto& entry) { return json_of(entry); })},
          {"matches", std::move(matches)},
          {"stale", std::move(stale)}};
}

Json rules_of(const Report& report) {
  return list_of(report.rules, [](const RuleWords& rule) {
    return Json{{"id", rule.id},           {"function", rule.call}, {"page", rule.page},
                {"section", rule.section}, {"says", rule.says},     {"reading", rule.reading}};
  });
}

Json questions_of(const Report& report) {
  return list_of(report.questions, [](const QuestionWords& question) {
    Json answers = list_of(question.answers, [](const AnswerWords& answer) {
      return Json{{"id", answer.id}, {"basis", name_of(answer.basis)}, {"source", answer.source}};
    });
    return Json{{"id", question.id}, {"asks", question.asks}, {"answers", std::move(answers)}};
  });
}

}  // namespace

std::string json(const Report& report) {
  Json groups = Json::array();
  for (std::size_t group = 0; group < report.groups.size(); ++group)
    groups.push_back(json_of(report, group));
  const auto plain = [](const auto& item) { return json_of(item); };
  const Json whole{
      {"format", format_version},
      {"implementation", report.implementation},
      {"profile", oracle::name_of(report.profile)},
      {"command", report.command},
      {"version", report.version},
      {"strict", report.strictness == Strictness::strict},
      {"partial", report.extent == Extent::partial},
      {"outcome", name_of(outcome_of(report))},
      {"scripts_count", json_of(report.scripts_count)},
      {"steps", json_of(report.steps)},
      {"groups", std::move(groups)},
      {"undecided", list_of(report.undecided, plain)},
      {"skipped", list_of(report.skipped, plain)},
      {"deciders", list_of(report.deciders,
                           [](const Decider& decider) {
                             return Json{{"by", decider.by}, {"steps", decider.steps}};
                           })},
      {"readings", readings_of(report)},
      {"coverage", json_of(report.coverage)},
      {"known", report.known ? json_of(*report.known) : Json(nullptr)},
      {"scripts", list_of(report.scripts, [&](const auto& script) { return json_of(report, script); })},
      {"rules", rules_of(report)},
      {"questions", questions_of(report)},
  };
  return whole.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace netioconf::reports
