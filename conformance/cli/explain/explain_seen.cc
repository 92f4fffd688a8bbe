#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "conformance/cli/explain/explain_parts.h"
#include "conformance/execution/implementation.h"
#include "conformance/export/reproduction.h"
#include "corpora/text/text.h"
#include "oracle/engine/judge.h"
#include "oracle/rules/catalogue.h"
#include "oracle/words/describe.h"
#include "reports/words/phrases.h"

namespace netioconf::conformance::cli::explain {
namespace {

execution::MadeImplementation make(const std::string& name) {
  return execution::make_implementation(name, {.isolation = implementations::Isolation::foreign_code});
}

// The ids of the rules and readings that an explanation is about; empty: of all.
using Ids = std::vector<std::string_view>;

// A deviation from a rule, or an inconsistent answer to a question.
bool is_about(const oracle::Finding& deviation, const Ids& ids) {
  const auto names = [&](std::string_view id) { return std::ranges::find(ids, id) != ids.end(); };
  return ids.empty() || names(deviation.rule) ||
         std::ranges::any_of(deviation.contradicts,
                             [&](const oracle::Evidence& evidence) { return names(evidence.question); });
}

std::string_view verdict_of(const oracle::Trace& trace, const oracle::Judgement& judgement,
                            const Ids& ids) {
  if (!trace.skipped.empty()) return "skipped";
  bool undecided = false;
  bool skipped = false;
  bool elsewhere = false;
  for (const oracle::Finding& finding : judgement.findings) {
    const bool deviates = finding.verdict == oracle::Verdict::deviates;
    if (deviates && is_about(finding, ids)) return "deviates";
    elsewhere = elsewhere || deviates;
    undecided = undecided || finding.verdict == oracle::Verdict::undecided;
    skipped =
        skipped || (finding.verdict == oracle::Verdict::skipped && !trace.steps[finding.step].probe);
  }
  if (elsewhere) return "deviates from another rule";
  return undecided ? "undecided" : skipped ? "skipped in part" : "conforms";
}

// "3 deviate, 15 conform, 1 skipped"
std::string in_words(const std::map<std::string_view, std::size_t>& scripts_by_verdict) {
  std::vector<std::string> words;
  for (const auto& [verdict, count] : scripts_by_verdict) {
    std::string plural{verdict};
    for (const std::string_view verb : {"conforms", "deviates"}) {
      if (plural.starts_with(verb)) plural.erase(verb.size() - 1, 1);
    }
    words.push_back(fmt::format("{} {}", count, plural));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

void print_followed(const oracle::engine::Judge& judge, const Ids& questions) {
  for (const oracle::Followed& followed : judge.followed()) {
    const bool is_wanted = std::ranges::find(questions, followed.question) != questions.end();
    if (!is_wanted || !followed.decided) continue;
    const std::string subject = followed.subject.empty() ? "" : fmt::format(" ({})", followed.subject);
    fmt::print("    follows {}{}: {}\n", followed.question, subject,
               fmt::join(followed.answers, " or "));
    for (const oracle::Evidence& evidence : followed.evidence) {
      fmt::print("      observed in {}, step {}\n", evidence.script, evidence.step + 1);
    }
  }
}

void print_step(const oracle::Step& step, const oracle::Finding& finding) {
  fmt::print("    {}{}\n      answered {}; allowed {}; {}\n", oracle::words::describe(step.operation),
             step.probe ? ", a probe of the state" : "",
             oracle::words::describe(step.reply, oracle::call_of(step.operation)),
             reports::words::names_of(finding.allowed), oracle::name_of(finding.verdict));
  for (const std::string_view id : finding.because) {
    const oracle::Rule& rule = *oracle::rules::find_rule(id);
    fmt::print("      {}: {} ({}, {})\n", rule.id, rule.says, rule.source.page, rule.source.section);
  }
  for (const oracle::Mismatch& mismatch : finding.mismatches) {
    fmt::print("      {}: {}: allowed {}, observed {}\n", mismatch.rule, mismatch.member,
               mismatch.allowed, mismatch.observed);
  }
  if (!finding.why.empty()) fmt::print("      {}\n", finding.why);
}

}  // namespace

void explain_allowed(const oracle::Script& script, oracle::readings::Profile profile) {
  const auto all = exporting::reproduce(script, profile);
  if (!all) return;
  fmt::print("\nallowed{}\n", all->ways == 1 ? "" : "; each column is one possible outcome");
  for (const exporting::ReproducedStep& step : all->steps) {
    if (step.probe) continue;
    std::vector<std::string> columns;
    for (std::size_t way = 0; way < all->ways; ++way) {
      for (const exporting::Alternative& each : step.alternatives) {
        if ((each.ways >> way & 1) != 0) columns.push_back(reports::words::names_of(each.statuses));
      }
    }
    fmt::print("  {}\n    {}\n", oracle::words::describe(step.operation), fmt::join(columns, " | "));
  }
}

std::expected<void, std::string> explain_seen(const std::vector<std::string>& implementations,
                                              const std::vector<corpora::text::LoadedScript>& scripts,
                                              const std::vector<std::string_view>& ids,
                                              oracle::readings::Profile profile) {
  fmt::print("\nobserved now\n");
  for (const std::string& name : implementations) {
    const auto implementation = make(name);
    if (!implementation) return std::unexpected(implementation.error());
    oracle::engine::Judge judge{profile};
    std::map<std::string_view, std::size_t> tally;
    for (const corpora::text::LoadedScript& script : scripts) {
      const oracle::Trace trace = (*implementation)->observe(script.script);
      ++tally[verdict_of(trace, judge.judge(trace), ids)];
    }
    fmt::print("  {}: of {} scripts {}\n", name, scripts.size(), in_words(tally));
    print_followed(judge, ids);
  }
  return {};
}

std::expected<void, std::string> explain_steps(const std::vector<std::string>& implementations,
                                               const corpora::text::LoadedScript& script,
                                               oracle::readings::Profile profile) {
  for (const std::string& name : implementations) {
    const auto implementation = make(name);
    if (!implementation) return std::unexpected(implementation.error());
    oracle::engine::Judge judge{profile};
    const oracle::Trace trace = (*implementation)->observe(script.script);
    const oracle::Judgement judgement = judge.judge(trace);
    fmt::print("\n{} {}{}\n", name, verdict_of(trace, judgement, {}),
               trace.skipped.empty() ? "" : ": " + trace.skipped);
    for (const oracle::Finding& finding : judgement.findings)
      print_step(trace.steps[finding.step], finding);
    std::vector<std::string_view> all;
    for (const oracle::readings::Reading& question : oracle::readings::readings())
      all.push_back(question.id);
    print_followed(judge, all);
  }
  return {};
}

}  // namespace netioconf::conformance::cli::explain
