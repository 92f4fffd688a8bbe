#include "reports/diff/render/comparison_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "oracle/words/describe.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::diff::render {
namespace {

using oracle::Verdict;

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

const oracle::Step& step_of(const Difference& difference, std::size_t run) {
  return difference.example.traces[run].steps[difference.shown.steps[run]];
}

const oracle::Finding& finding_of(const Difference& difference, std::size_t run) {
  return difference.example.judgements[run].findings[difference.shown.steps[run]];
}

const char* word_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::deviates:
      return "deviates";
    case Verdict::undecided:
      return "undecided";
    case Verdict::conforms:
    case Verdict::skipped:
      break;
  }
  return "allowed";
}

void add_groups(std::vector<words::Line>& lines, const Comparison& comparison,
                const Difference& difference) {
  for (const AgreeingGroup& group : difference.shown.groups) {
    lines.push_back(
        {word_for(group.verdict), fmt::format("{}: {}", names_of(comparison, group.runs), group.reply)});
    const oracle::Finding& finding = finding_of(difference, group.runs.front());
    for (const oracle::Mismatch& mismatch : finding.mismatches) {
      lines.push_back({"wrong", fmt::format("{}: allowed {}, observed {}", mismatch.member,
                                            mismatch.allowed, mismatch.observed)});
    }
    for (const oracle::Evidence& evidence : finding.contradicts) {
      lines.push_back(
          {"reading",
           fmt::format("{}: {} of {} followed \"{}\"; this step follows another answer",
                       words::question_text(evidence.question, evidence.subject),
                       words::place_of({}, evidence.step), evidence.script, evidence.answer)});
    }
    if (!finding.why.empty()) lines.push_back({"why", finding.why});
  }
}

void add_steps_before(std::vector<words::Line>& lines, const Difference& difference, std::size_t run) {
  const oracle::Trace& trace = difference.example.traces[run];
  for (std::size_t step = 0; step < difference.shown.steps[run]; ++step) {
    if (trace.steps[step].probe) continue;
    lines.push_back(
        {"before", oracle::words::describe(trace.steps[step].operation) + " gave " +
                       oracle::words::describe(trace.steps[step].reply,
                                               oracle::call_of(trace.steps[step].operation))});
  }
}

std::string source_of_rule(const Report& report, const std::string& id) {
  const RuleWords* rule = find_rule_words(report, id);
  if (rule == nullptr) return id + " is not in the catalogue";
  return fmt::format("{}, {}: {}", rule->page, rule->section, rule->says);
}

void add_sources(std::vector<words::Line>& lines, const Report& report, const Cause& cause) {
  if (!cause.rule.empty()) lines.push_back({"source", source_of_rule(report, cause.rule)});
  for (const std::string& rule : cause.rules) lines.push_back({"source", source_of_rule(report, rule)});
  const QuestionWords* question = find_question_words(report, cause.reading);
  if (question == nullptr) return;
  lines.push_back(
      {"question", words::question_text(cause.reading, cause.subject) + ": " + question->asks});
  for (const AnswerWords& answer : question->answers)
    lines.push_back({"answer", answer.id + ": " + answer.source});
}

}  // namespace

std::vector<std::string> names_of(const Comparison& comparison) {
  std::vector<std::string> names;
  for (const Report& run : comparison.runs) {
    const auto has_its_name = [&](const Report& other) {
      return other.implementation == run.implementation;
    };
    const bool alone = std::count_if(comparison.runs.begin(), comparison.runs.end(), has_its_name) == 1;
    const auto place = std::count_if(comparison.runs.data(), &run, has_its_name) + 1;
    names.push_back(
        words::legible(alone ? run.implementation : fmt::format("{} ({})", run.implementation, place)));
  }
  return names;
}

std::string names_of(const Comparison& comparison, const std::vector<std::size_t>& runs) {
  const std::vector<std::string> names = names_of(comparison);
  std::vector<std::string> named;
  for (const std::size_t run : runs) named.push_back(names[run]);
  return listed(named);
}

std::string times_seen(const Difference& difference) {
  std::vector<std::string> places;
  if (!difference.committed.empty())
    places.push_back("in " + words::count_text(difference.committed.size(), "script"));
  if (difference.generated != 0) places.emplace_back("in generated scripts");
  return words::count_text(difference.places, "time") + " " + listed(places);
}

std::string title_of(const Comparison& comparison, const Difference& difference) {
  const Cause& cause = difference.key.cause;
  std::vector<std::size_t> deviating;
  for (const AgreeingGroup& group : difference.shown.groups) {
    if (group.verdict == Verdict::deviates && group.rule == cause.rule)
      deviating.insert(deviating.end(), group.runs.begin(), group.runs.end());
  }
  std::sort(deviating.begin(), deviating.end());
  if (cause.kind == DivergenceKind::shared) return "all break " + words::legible(id_of(cause));
  if (cause.kind == DivergenceKind::broken) {
    return fmt::format("{} {} {}", names_of(comparison, deviating),
                       deviating.size() == 1 ? "breaks" : "break", words::legible(id_of(cause)));
  }
  std::vector<std::string> sides;
  for (const AgreeingGroup& group : difference.shown.groups)
    sides.push_back(names_of(comparison, group.runs));
  std::string text;
  for (const std::string& side : sides) text += (text.empty() ? "" : " against ") + side;
  return text;
}

std::vector<words::Line> difference_lines(const Comparison& comparison, const Difference& difference) {
  const std::size_t first = difference.shown.groups.front().runs.front();
  std::vector<words::Line> lines;
  if (!difference.example.comment.empty()) lines.push_back({"about", difference.example.comment});
  add_steps_before(lines, difference, first);
  lines.push_back({"call", oracle::words::describe(step_of(difference, first).operation)});
  add_groups(lines, comparison, difference);
  const oracle::Finding& finding = finding_of(difference, first);
  if (!finding.allowed.empty()) lines.push_back({"documents", words::names_of(finding.allowed)});
  add_sources(lines, comparison.runs[first], difference.key.cause);
  lines.push_back({"because", std::string{words_for(difference.key.cause.kind)}});
  lines.push_back({"seen", times_seen(difference)});
  const Compared& example = difference.example;
  lines.push_back({"script", example.path.empty() ? example.name + " (in no file)" : example.path});
  lines.push_back({"replay", difference.replay});
  for (words::Line& line : lines) line.text = words::legible(line.text);
  return lines;
}

std::string_view outcome_word(const Comparison& comparison) {
  if (comparison.scripts == 0) return "empty";
  return differences_count(comparison) == 0 ? "agree" : "differ";
}

std::string verdict_text(const Comparison& comparison) {
  if (comparison.scripts == 0) return "empty: no script ran on two of the implementations";
  std::size_t broken = 0;
  std::size_t ambiguous = 0;
  for (const Difference& difference : comparison.differences) {
    if (difference.key.cause.kind == DivergenceKind::broken) ++broken;
    if (is_ambiguous(difference.key.cause.kind)) ++ambiguous;
  }
  if (broken + ambiguous == 0) return "agree: no difference";
  std::string text = fmt::format("differ: {} where some break a rule, {}", broken, ambiguous);
  return text + (ambiguous == 1 ? " ambiguity in the documents" : " ambiguities in the documents");
}

}  // namespace netioconf::reports::diff::render
