#include "reports/model/summarize.h"

#include <algorithm>
#include <array>
#include <utility>

#include "oracle/model/calls.h"
#include "oracle/rules/catalogue.h"
#include "oracle/words/describe.h"

namespace netioconf::reports::inline model {
namespace {

using oracle::Finding;
using oracle::Verdict;

std::uint64_t& count_of(Counts& counts, Verdict verdict) {
  const std::array<std::uint64_t*, 4> places{&counts.conforms, &counts.deviates, &counts.undecided,
                                             &counts.skipped};
  return *places[static_cast<std::size_t>(verdict)];
}

void add_counts(Counts& sum, const Counts& counts) {
  sum.conforms += counts.conforms;
  sum.deviates += counts.deviates;
  sum.undecided += counts.undecided;
  sum.skipped += counts.skipped;
}

bool is_probe(const ScriptResult& script, std::size_t step) {
  return step < script.probes.size() && script.probes[step];
}

// A probe is not part of the script, so a skipped probe does not affect the script's verdict.
Counts counts_for_verdict(const ScriptResult& script) {
  Counts counts;
  for (const Finding& finding : script.judgement.findings) {
    const bool skipped_probe = finding.verdict == Verdict::skipped && is_probe(script, finding.step);
    if (!skipped_probe) ++count_of(counts, finding.verdict);
  }
  return counts;
}

Verdict gravest(const Counts& counts) {
  if (counts.deviates != 0) return Verdict::deviates;
  if (counts.undecided != 0) return Verdict::undecided;
  if (counts.skipped != 0) return Verdict::skipped;
  return counts.conforms != 0 ? Verdict::conforms : Verdict::skipped;
}

ScriptResult result_of(Judged judged) {
  ScriptResult result;
  result.name = judged.trace.script;
  result.path = std::move(judged.path);
  result.comment = std::move(judged.comment);
  result.origin = judged.origin;
  result.lines = std::move(judged.lines);
  for (const oracle::Step& step : judged.trace.steps) result.probes.push_back(step.probe);
  result.trace = std::move(judged.trace);
  result.judgement = std::move(judged.judgement);
  for (const Finding& finding : result.judgement.findings) ++count_of(result.steps, finding.verdict);
  result.verdict = gravest(counts_for_verdict(result));
  return result;
}

void add_reasons(std::map<std::string, Reason>& reasons, const ScriptResult& script, Verdict verdict) {
  std::set<std::string> in_this_script;
  for (const Finding& finding : script.judgement.findings) {
    if (finding.verdict != verdict) continue;
    Reason& reason = reasons[finding.why];
    reason.why = finding.why;
    ++reason.steps;
    if (in_this_script.insert(finding.why).second) ++reason.scripts;
  }
}

void add_whole_skip(std::map<std::string, Reason>& reasons, const ScriptResult& script) {
  if (!script.judgement.findings.empty()) return;
  const std::string why = script.trace.skipped.empty() ? "nothing was called" : script.trace.skipped;
  reasons[why].why = why;
  ++reasons[why].scripts;
}

std::vector<Reason> most_first(const std::map<std::string, Reason>& reasons) {
  std::vector<Reason> list;
  for (const auto& [why, reason] : reasons) list.push_back(reason);
  std::sort(list.begin(), list.end(), [](const Reason& a, const Reason& b) {
    return std::tie(b.steps, b.scripts, a.why) < std::tie(a.steps, a.scripts, b.why);
  });
  return list;
}

std::string observed_of(const oracle::Trace& trace, const Finding& finding) {
  using enum oracle::Ending;
  static constexpr std::array<std::string_view, 6> endings{"returned", "crashed", "hung",
                                                           "exited",   "garbled", "unavailable"};
  const oracle::Ending ending =
      finding.step < trace.steps.size() ? trace.steps[finding.step].reply.ending : returned;
  if (ending == returned) return std::string{oracle::name_of(finding.observed)};
  return std::string{endings[static_cast<std::size_t>(ending)]};
}

void forget_the_steps(ScriptResult& script) {
  script.trace = {};
  script.judgement = {};
  script.lines = {};
}

std::string_view name_of(oracle::Kind kind) {
  static constexpr std::array<std::string_view, 3> names{"refusal", "effect", "ignored"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<RuleWords> words_of_rules() {
  std::vector<RuleWords> words;
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    words.push_back({.id = std::string{rule.id},
                     .kind = std::string{name_of(rule.kind)},
                     .call = std::string{oracle::function_name(rule.call)},
                     .page = std::string{rule.source.page},
                     .section = std::string{rule.source.section},
                     .says = std::string{rule.says},
                     .reading = std::string{rule.reading}});
  }
  return words;
}

std::vector<QuestionWords> words_of_questions() {
  std::vector<QuestionWords> words;
  for (const oracle::readings::Reading& question : oracle::readings::readings()) {
    QuestionWords& added = words.emplace_back();
    added.id = question.id;
    added.asks = question.asks;
    for (const oracle::readings::Answer& answer : question.answers) {
      added.answers.push_back(
          {std::string{answer.id}, answer.basis, answer.windows, std::string{answer.source}});
    }
  }
  return words;
}

// Generated scripts may have equal or empty names. Each example gets its own place unless it is the same
// script.
std::size_t place_in(std::vector<ScriptResult>& scripts, const ScriptResult& example) {
  const auto found = std::find_if(scripts.begin(), scripts.end(), [&](const ScriptResult& script) {
    return script.origin == example.origin && script.name == example.name &&
           script.path == example.path &&
           (script.origin == Origin::committed || script.trace == example.trace);
  });
  if (found != scripts.end()) return static_cast<std::size_t>(found - scripts.begin());
  scripts.push_back(example);
  return scripts.size() - 1;
}

}  // namespace

GroupKey group_key(const oracle::Trace& trace, const Finding& deviation) {
  return {.rule = deviation.rule,
          .reading = deviation.contradicts.empty() ? "" : deviation.contradicts.front().question,
          .call = deviation.call,
          .observed = observed_of(trace, deviation)};
}

Summary::Summary(Report before) : report_{std::move(before)} {}

void Summary::add_deviation(const ScriptResult& script, const Length& length, const Finding& finding) {
  const GroupKey key = group_key(script.trace, finding);
  const auto [place, is_new] = partial_groups_.try_emplace(key);
  PartialGroup& partial = place->second;
  partial.group.rule = key.rule;
  partial.group.reading = key.reading;
  partial.group.call = key.call;
  partial.group.observed = key.observed;
  ++partial.group.findings;
  if (script.origin == Origin::committed) ++partial.committed[script.name];
  if (script.origin == Origin::generated) ++partial.group.generated;
  if (is_new || length < partial.shortest.length) partial.shortest = {length, script, finding.step};
}

Summary::Length Summary::length_of(const ScriptResult& script, std::uint64_t rank) {
  Length length{0, rank, 0, script.origin, script.name};
  for (const oracle::Step& step : script.trace.steps) {
    if (step.probe) continue;
    ++std::get<0>(length);
    std::get<2>(length) += oracle::words::describe(step.operation).size();
  }
  return length;
}

void Summary::show(Judged judged) {
  const std::uint64_t rank = judged.rank;
  const ScriptResult script = result_of(std::move(judged));
  for (const Finding& finding : script.judgement.findings) {
    if (finding.verdict != Verdict::deviates) continue;
    const auto group = partial_groups_.find(group_key(script.trace, finding));
    if (group != partial_groups_.end())
      group->second.shortest = {length_of(script, rank), script, finding.step};
  }
}

void Summary::add(Judged judged) {
  const std::uint64_t rank = judged.rank;
  ScriptResult script = result_of(std::move(judged));
  add_counts(report_.steps, script.steps);
  ++count_of(report_.scripts_count, script.verdict);
  add_reasons(undecided_, script, Verdict::undecided);
  add_reasons(skipped_, script, Verdict::skipped);
  add_whole_skip(skipped_, script);
  for (const oracle::Step& step : script.trace.steps) {
    if (!step.reply.decided_by.empty()) ++deciders_[step.reply.decided_by];
  }

  if (script.steps.deviates != 0) {
    const Length length = length_of(script, rank);
    for (const Finding& finding : script.judgement.findings) {
      if (finding.verdict == Verdict::deviates) add_deviation(script, length, finding);
    }
  }
  if (script.origin == Origin::generated) return;
  if (script.verdict == Verdict::conforms) forget_the_steps(script);
  report_.scripts.push_back(std::move(script));
}

void Summary::add_conforming(std::uint64_t scripts, std::uint64_t steps) {
  report_.scripts_count.conforms += scripts;
  report_.steps.conforms += steps;
}

Report Summary::report(std::vector<oracle::Followed> readings,
                       oracle::coverage::Coverage coverage) const {
  Report report = report_;
  report.readings = std::move(readings);
  report.coverage = std::move(coverage);
  report.undecided = most_first(undecided_);
  report.skipped = most_first(skipped_);
  for (const auto& [by, steps] : deciders_) report.deciders.push_back({by, steps});
  report.rules = words_of_rules();
  report.questions = words_of_questions();
  for (const auto& [key, partial] : partial_groups_) {
    Group& group = report.groups.emplace_back(partial.group);
    for (const auto& [script, findings] : partial.committed)
      group.committed.push_back({script, findings});
    group.script = place_in(report.scripts, partial.shortest.script);
    group.step = partial.shortest.step;
  }
  return report;
}

Report summarize(Report before, std::span<const Judged> run, std::vector<oracle::Followed> readings,
                 oracle::coverage::Coverage coverage) {
  Summary summary{std::move(before)};
  for (const Judged& judged : run) summary.add(judged);
  return summary.report(std::move(readings), std::move(coverage));
}

}  // namespace netioconf::reports::inline model
