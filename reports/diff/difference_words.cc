#include <algorithm>

#include "oracle/model/calls.h"
#include "oracle/words/describe.h"
#include "reports/diff/difference.h"
#include "reports/summary/trace_words.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff {
namespace {

std::string place_of(const std::string& /*script*/, std::size_t step) {
  return words::place_of({}, step);
}

void add_reply(const Difference& difference, std::size_t run, std::size_t step, ComparedStep& compared) {
  const oracle::Finding& finding = difference.example.judgements[run].findings[step];
  ComparedReply& reply = *compared.add_replies();
  reply.set_implementation(static_cast<std::uint32_t>(run));
  reply.set_reply(
      oracle::words::describe(difference.example.traces[run].steps[step].reply, finding.call));
  reply.set_verdict(static_cast<Verdict::Value>(finding.verdict));
  reply.set_rule(finding.rule);
  describe(finding.mismatches, *reply.mutable_mismatches());
  describe(finding.contradicts, place_of, *reply.mutable_contradicts());
  reply.set_why(finding.why);
}

// Steps at the same place are listed together, up to the step where the implementations differ.
void add_steps(const Difference& difference, const std::vector<std::size_t>& runs,
               ComparedScript& script) {
  const std::size_t first = runs.front();
  const oracle::Trace& trace = difference.example.traces[first];
  const std::vector<bool> probes = probes_of(trace);
  for (std::size_t at = 0; at < trace.steps.size() && at <= difference.shown.steps[first]; ++at) {
    ComparedStep& compared = *script.add_steps();
    compared.set_place(words::place_of(probes, at));
    compared.set_probe(probes[at]);
    const oracle::Call call = difference.example.judgements[first].findings[at].call;
    compared.set_function(std::string{oracle::function_name(call)});
    compared.set_call(oracle::words::describe(trace.steps[at].operation));
    compared.set_parts(at == difference.shown.steps[first]);
    for (const std::size_t run : runs) {
      const std::vector<bool> its_probes = probes_of(difference.example.traces[run]);
      for (std::size_t step = 0; step < its_probes.size(); ++step) {
        if (words::place_of(its_probes, step) != compared.place()) continue;
        add_reply(difference, run, step, compared);
        break;
      }
    }
  }
}

void describe_example(const Difference& difference, ComparedScript& script) {
  const std::vector<std::size_t> runs = participants(difference);
  const oracle::Trace& trace = shown_trace(difference);
  const Compared& example = difference.example;
  script.set_name(example.name);
  script.set_path(example.path);
  script.set_comment(example.comment);
  script.set_origin(example.origin);
  script.set_place(difference.shown.place);
  script.set_host(oracle::words::describe(trace.host));
  reports::describe(trace.host, *script.mutable_machine());
  oracle::StatusSet allowed;  // according to any of the implementations
  for (const std::size_t run : runs)
    allowed.insert(example.judgements[run].findings[difference.shown.steps[run]].allowed);
  add_names(allowed, *script.mutable_allowed());
  add_steps(difference, runs, script);
  add_script_text(trace, example.comment, *script.mutable_exports());
}

}  // namespace

DifferenceWords words_of(const Difference& difference) {
  const Cause& cause = difference.key.cause;
  DifferenceWords words;
  words.set_id(id_of(cause));
  words.set_kind(cause.kind);
  words.set_rule(cause.rule);
  words.set_reading(cause.reading);
  words.set_subject(cause.subject);
  words.mutable_rules()->Add(cause.rules.begin(), cause.rules.end());
  words.set_function(std::string{oracle::function_name(difference.key.call)});
  words.set_aspect(difference.shown.aspect);
  for (const AgreeingGroup& group : difference.shown.groups) {
    AgreeingWords& agreeing = *words.add_agreeing();
    for (const std::size_t run : group.runs)
      agreeing.add_implementations(static_cast<std::uint32_t>(run));
    agreeing.set_verdict(static_cast<Verdict::Value>(group.verdict));
    agreeing.set_rule(group.rule);
    agreeing.set_outcome(group.outcome);
    agreeing.set_reply(group.reply);
  }
  words.set_places(static_cast<double>(difference.places));
  for (const auto& [script, places] : difference.committed) {
    Occurrence& occurrence = *words.add_scripts();
    occurrence.set_name(script);
    occurrence.set_findings(static_cast<double>(places));
  }
  words.set_generated_places(static_cast<double>(difference.generated));
  words.set_replay(difference.replay);
  describe_example(difference, *words.mutable_shortest());
  return words;
}

}  // namespace netioconf::reports::diff
