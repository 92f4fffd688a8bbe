#include "reports/summary/kept_script.h"

#include <utility>

#include "oracle/model/calls.h"
#include "oracle/words/describe.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::inline summary {
namespace {

using oracle::Finding;

// The gravest verdict. A probe is not part of the script, so a skipped probe does not count.
Verdict::Value verdict_of(const KeptScript& script) {
  Counts counts;
  for (const Finding& finding : script.judged.judgement.findings) {
    const bool is_probe = finding.step < script.probes.size() && script.probes[finding.step];
    if (finding.verdict != oracle::Verdict::skipped || !is_probe) count(finding.verdict, 1, counts);
  }
  if (counts.deviates() != 0) return Verdict::deviates;
  if (counts.undecided() != 0) return Verdict::undecided;
  return counts.skipped() != 0 || counts.conforms() == 0 ? Verdict::skipped : Verdict::conforms;
}

void describe(const Finding& finding, const KeptScript& script, const PlaceOf& place_of,
              StepResult& result) {
  result.set_step(static_cast<std::uint32_t>(finding.step));
  result.set_place(words::place_of(script.probes, finding.step));
  result.set_verdict(static_cast<Verdict::Value>(finding.verdict));
  result.set_function(std::string{oracle::function_name(finding.call)});
  if (finding.step < script.judged.trace.steps.size()) {
    const oracle::Step& step = script.judged.trace.steps[finding.step];
    result.set_probe(step.probe);
    if (!step.reply.ended_in.empty()) result.set_function(step.reply.ended_in);
    result.set_call(oracle::words::describe(step.operation));
    result.set_reply(oracle::words::describe(step.reply, finding.call));
    result.set_status(step.reply.status);
  }
  add_names(finding.allowed, *result.mutable_allowed());
  result.set_rule(finding.rule);
  for (const std::string_view rule : finding.because) result.add_because(std::string{rule});
  describe(finding.mismatches, *result.mutable_mismatches());
  describe(finding.contradicts, place_of, *result.mutable_contradicts());
  describe(finding.explained_by, place_of, *result.mutable_explained_by());
  result.set_why(finding.why);
}

void add_initial_entries(const oracle::Trace& trace, ScriptResult& result) {
  for (const auto& row : trace.initial_routes)
    result.add_initial("route " + oracle::words::describe(row));
  for (const auto& row : trace.initial_anycasts)
    result.add_initial("anycast " + oracle::words::describe(row));
}

}  // namespace

void count(oracle::Verdict verdict, double by, Counts& counts) {
  switch (verdict) {
    case oracle::Verdict::conforms:
      return counts.set_conforms(counts.conforms() + by);
    case oracle::Verdict::deviates:
      return counts.set_deviates(counts.deviates() + by);
    case oracle::Verdict::undecided:
      return counts.set_undecided(counts.undecided() + by);
    case oracle::Verdict::skipped:
      return counts.set_skipped(counts.skipped() + by);
  }
}

KeptScript keep(Judged judged) {
  KeptScript script{.judged = std::move(judged)};
  script.name = script.judged.trace.script;
  script.probes = probes_of(script.judged.trace);
  for (const Finding& finding : script.judged.judgement.findings)
    count(finding.verdict, 1, script.steps);
  script.verdict = verdict_of(script);
  return script;
}

void describe(const KeptScript& script, const PlaceOf& place_of, ScriptResult& result) {
  const oracle::Trace& trace = script.judged.trace;
  result.set_name(script.name);
  result.set_path(script.judged.path);
  result.set_comment(script.judged.comment);
  if (script.judged.seconds) result.set_seconds(*script.judged.seconds);
  result.set_origin(script.judged.origin);
  result.set_verdict(script.verdict);
  result.set_skipped(trace.skipped);
  *result.mutable_steps() = script.steps;
  add_initial_entries(trace, result);
  if (!trace.steps.empty()) {
    result.set_host(oracle::words::describe(trace.host));
    describe(trace.host, *result.mutable_machine());
  }
  const bool deviates = script.verdict == Verdict::deviates;
  for (const Finding& finding : script.judged.judgement.findings) {
    if (deviates || finding.verdict != oracle::Verdict::conforms)
      describe(finding, script, place_of, *result.add_findings());
  }
  if (deviates) add_script_text(trace, script.judged.comment, *result.mutable_exports());
}

}  // namespace netioconf::reports::inline summary
