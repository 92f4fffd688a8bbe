#include <fmt/format.h>

#include "corpora/codec/codec.h"
#include "corpora/text/text.h"
#include "oracle/model/calls.h"
#include "oracle/words/describe.h"
#include "reports/formats/json.h"
#include "reports/formats/json_parts.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::formats {
namespace {

using oracle::Finding;

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

Json json_of(const Report& report, const ScriptResult& script, const Finding& finding) {
  const bool traced = finding.step < script.trace.steps.size();
  const oracle::Step step = traced ? script.trace.steps[finding.step] : oracle::Step{};
  return {{"step", finding.step},
          {"place", words::place_of(script.probes, finding.step)},
          {"verdict", oracle::name_of(finding.verdict)},
          {"function", oracle::function_name(finding.call)},
          {"call", traced ? oracle::words::describe(step.operation) : ""},
          {"reply", traced ? oracle::words::describe(step.reply, finding.call) : ""},
          {"status", traced ? Json(step.reply.status) : Json(nullptr)},
          {"allowed", json_of(finding.allowed)},
          {"rule", finding.rule},
          {"because", finding.because},
          {"mismatches", json_list(finding.mismatches, [](const auto& one) { return json_of(one); })},
          {"contradicts", formats::json_of(report, finding.contradicts)},
          {"explained_by", formats::json_of(report, finding.explained_by)},
          {"why", finding.why}};
}

Json findings_of(const Report& report, const ScriptResult& script) {
  Json list = Json::array();
  for (const Finding& finding : script.judgement.findings) {
    const bool shown =
        script.verdict == oracle::Verdict::deviates || finding.verdict != oracle::Verdict::conforms;
    if (shown) list.push_back(json_of(report, script, finding));
  }
  return list;
}

Json json_of(const oracle::Link& link) {
  return {{"luid", fmt::format("{:#x}", link.luid)},
          {"index", link.index},
          {"ipv4", link.ipv4},
          {"ipv6", link.ipv6},
          {"routes", link.routes},
          {"loopback", link.loopback},
          {"ipv4_metric", link.ipv4_metric},
          {"ipv6_metric", link.ipv6_metric}};
}

Json initial_entries_of(const oracle::Trace& trace) {
  Json entries = Json::array();
  for (const auto& row : trace.initial_routes)
    entries.push_back("route " + oracle::words::describe(row));
  for (const auto& row : trace.initial_anycasts)
    entries.push_back("anycast " + oracle::words::describe(row));
  return entries;
}

Json exports_of(const ScriptResult& script) {
  if (script.verdict != oracle::Verdict::deviates) return Json::array();
  return exports_json(script.exports, script.trace, script.comment);
}

}  // namespace

Json json_of(const oracle::Host& host) {
  return {{"ipv4", host.ipv4},
          {"ipv6", host.ipv6},
          {"links", json_list(host.links, [](const auto& link) { return json_of(link); })}};
}

Json json_of(const Counts& counts) {
  return {{"conforms", counts.conforms},
          {"deviates", counts.deviates},
          {"undecided", counts.undecided},
          {"skipped", counts.skipped}};
}

Json json_of(const Report& report, const std::vector<oracle::Evidence>& evidence) {
  return json_list(evidence, [&](const oracle::Evidence& one) {
    const ScriptResult* script = find_script(report, one.script);
    const std::vector<bool> unknown;
    return Json{{"question", one.question},
                {"subject", one.subject},
                {"answer", one.answer},
                {"script", one.script},
                {"step", one.step},
                {"place", words::place_of(script == nullptr ? unknown : script->probes, one.step)}};
  });
}

Json exports_json(const std::vector<Export>& programs, const oracle::Trace& trace,
                  const std::string& comment) {
  Json exports = json_list(programs, [](const Export& one) {
    return Json{{"form", one.form}, {"text", one.text}, {"why_not", one.why_not}};
  });
  const std::string script = corpora::text::comment_of(comment) +
                             corpora::text::print(corpora::codec::encode(script_of(trace)));
  exports.push_back({{"form", "textproto"}, {"text", script}, {"why_not", ""}});
  return exports;
}

Json json_of(const Report& report, const ScriptResult& script) {
  const bool traced = !script.trace.steps.empty();
  return {{"name", script.name},
          {"path", script.path},
          {"comment", script.comment},
          {"origin", name_of(script.origin)},
          {"verdict", oracle::name_of(script.verdict)},
          {"skipped", script.trace.skipped},
          {"host", traced ? oracle::words::describe(script.trace.host) : ""},
          {"machine", traced ? json_of(script.trace.host) : Json(nullptr)},
          {"initial", initial_entries_of(script.trace)},
          {"steps", json_of(script.steps)},
          {"findings", findings_of(report, script)},
          {"exports", exports_of(script)}};
}

}  // namespace netioconf::reports::formats
