#include "reports/diff/example_json.h"

#include <algorithm>

#include "corpora/codec.h"
#include "corpora/text.h"
#include "oracle/describe.h"
#include "reports/json_parts.h"
#include "reports/phrases.h"

namespace netioconf::reports {
namespace {

using Json = nlohmann::ordered_json;

// Those that take part, in the order of the camps.
std::vector<std::size_t> participants(const Difference& difference) {
  std::vector<std::size_t> runs;
  for (const Camp& camp : difference.shown.camps)
    runs.insert(runs.end(), camp.runs.begin(), camp.runs.end());
  return runs;
}

Json mismatches_of(const oracle::Finding& finding) {
  return json_list(finding.mismatches, [](const oracle::Mismatch& one) {
    return Json{{"rule", one.rule},
                {"member", one.member},
                {"allowed", one.allowed},
                {"observed", one.observed}};
  });
}

Json reply_json(std::size_t run, const oracle::Step& step, const oracle::Finding& finding) {
  return {{"implementation", run},
          {"reply", oracle::describe(step.reply, finding.call)},
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

// Steps are put beside each other by their place, up to the one where the implementations part.
Json steps_of(const Difference& difference, const std::vector<std::size_t>& runs) {
  const std::size_t first = runs.front();
  const oracle::Trace& trace = difference.example.traces[first];
  const std::vector<bool> probes = probes_of(trace);
  Json steps = Json::array();
  for (std::size_t at = 0; at < trace.steps.size() && at <= difference.shown.steps[first]; ++at) {
    const std::string place = place_of(probes, at);
    Json replies = Json::array();
    for (const std::size_t run : runs) {
      const oracle::Trace& its = difference.example.traces[run];
      const std::vector<bool> its_probes = probes_of(its);
      for (std::size_t step = 0; step < its.steps.size(); ++step) {
        if (place_of(its_probes, step) != place) continue;
        replies.push_back(
            reply_json(run, its.steps[step], difference.example.judgements[run].findings[step]));
        break;
      }
    }
    const oracle::Finding& finding = difference.example.judgements[first].findings[at];
    steps.push_back({{"place", place},
                     {"function", oracle::function_name(finding.call)},
                     {"call", oracle::describe(trace.steps[at].operation)},
                     {"parts", at == difference.shown.steps[first]},
                     {"replies", std::move(replies)}});
  }
  return steps;
}

Json exports_of(const Difference& difference, const oracle::Trace& trace) {
  oracle::Script asked;
  asked.host = trace.host;
  for (const oracle::Step& step : trace.steps) {
    if (!step.probe) asked.operations.push_back(step.operation);
  }
  Json exports = json_list(difference.exports, [](const Export& one) {
    return Json{{"form", one.form}, {"text", one.text}};
  });
  exports.push_back({{"form", "textproto"},
                     {"text", corpora::comment_of(difference.example.comment) +
                                  corpora::print(corpora::encode(asked))}});
  return exports;
}

// What the documents allow at the step, as seen from any of those that part there.
oracle::StatusSet allowed_at(const Difference& difference, const std::vector<std::size_t>& runs) {
  oracle::StatusSet allowed;
  for (const std::size_t run : runs)
    allowed.insert(difference.example.judgements[run].findings[difference.shown.steps[run]].allowed);
  return allowed;
}

}  // namespace

Json example_json(const Difference& difference) {
  const std::vector<std::size_t> runs = participants(difference);
  // Where a host can be chosen it is the script's own.
  const std::size_t plain = *std::min_element(runs.begin(), runs.end());
  const oracle::Trace& trace = difference.example.traces[plain];
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
          {"host", oracle::describe(trace.host)},
          {"machine", json_of(trace.host)},
          {"allowed", std::move(allowed)},
          {"steps", steps_of(difference, runs)},
          {"exports", exports_of(difference, trace)}};
}

}  // namespace netioconf::reports
