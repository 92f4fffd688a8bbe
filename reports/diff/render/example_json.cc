#include "reports/diff/render/example_json.h"

#include "oracle/model/calls.h"
#include "oracle/words/describe.h"
#include "reports/formats/json.h"
#include "reports/formats/json_parts.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff::render {
namespace {

using formats::Json;

Json mismatches_of(const oracle::Finding& finding) {
  return formats::json_list(finding.mismatches, [](const oracle::Mismatch& one) {
    return Json{{"rule", one.rule},
                {"member", one.member},
                {"allowed", one.allowed},
                {"observed", one.observed}};
  });
}

Json reply_json(std::size_t run, const oracle::Step& step, const oracle::Finding& finding) {
  return {{"implementation", run},
          {"reply", oracle::words::describe(step.reply, finding.call)},
          {"verdict", oracle::name_of(finding.verdict)},
          {"rule", finding.rule},
          {"mismatches", mismatches_of(finding)},
          {"why", finding.why}};
}

std::vector<bool> probes_of(const oracle::Trace& trace) {
  std::vector<bool> probes;
  for (const oracle::Step& step : trace.steps) probes.push_back(step.probe);
  return probes;
}

// Steps at the same place are listed together, up to the step where the implementations differ.
Json steps_of(const Difference& difference, const std::vector<std::size_t>& runs) {
  const std::size_t first = runs.front();
  const oracle::Trace& trace = difference.example.traces[first];
  const std::vector<bool> probes = probes_of(trace);
  Json steps = Json::array();
  for (std::size_t at = 0; at < trace.steps.size() && at <= difference.shown.steps[first]; ++at) {
    const std::string place = words::place_of(probes, at);
    Json replies = Json::array();
    for (const std::size_t run : runs) {
      const oracle::Trace& its = difference.example.traces[run];
      const std::vector<bool> its_probes = probes_of(its);
      for (std::size_t step = 0; step < its.steps.size(); ++step) {
        if (words::place_of(its_probes, step) != place) continue;
        replies.push_back(
            reply_json(run, its.steps[step], difference.example.judgements[run].findings[step]));
        break;
      }
    }
    const oracle::Finding& finding = difference.example.judgements[first].findings[at];
    steps.push_back({{"place", place},
                     {"function", oracle::function_name(finding.call)},
                     {"call", oracle::words::describe(trace.steps[at].operation)},
                     {"parts", at == difference.shown.steps[first]},
                     {"replies", std::move(replies)}});
  }
  return steps;
}

// The statuses that the documents allow at the step, according to any of the implementations.
oracle::StatusSet allowed_at(const Difference& difference, const std::vector<std::size_t>& runs) {
  oracle::StatusSet allowed;
  for (const std::size_t run : runs)
    allowed.insert(difference.example.judgements[run].findings[difference.shown.steps[run]].allowed);
  return allowed;
}

}  // namespace

Json example_json(const Difference& difference) {
  const std::vector<std::size_t> runs = participants(difference);
  const oracle::Trace& trace = shown_trace(difference);
  const Compared& example = difference.example;
  Json allowed = Json::array();
  for (std::size_t i = 0; i < oracle::status_count; ++i) {
    const auto status = static_cast<oracle::Status>(i);
    if (allowed_at(difference, runs).contains(status)) allowed.push_back(oracle::name_of(status));
  }
  return {{"name", example.name},
          {"path", example.path},
          {"comment", example.comment},
          {"origin", name_of(example.origin)},
          {"place", difference.shown.place},
          {"host", oracle::words::describe(trace.host)},
          {"machine", formats::json_of(trace.host)},
          {"allowed", std::move(allowed)},
          {"steps", steps_of(difference, runs)},
          {"exports", formats::exports_json(difference.exports, trace, example.comment)}};
}

}  // namespace netioconf::reports::diff::render
