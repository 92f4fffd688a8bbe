#include "reports/words/finding_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "oracle/words/describe.h"
#include "reports/words/escape.h"
#include "reports/words/phrases.h"
#include "reports/words/replay.h"

namespace netioconf::reports::words {
namespace {

using oracle::Finding;

constexpr std::size_t steps_before_shown = 8;

template <class Word>
std::string joined(const std::vector<Word>& parts, std::string_view between) {
  std::string text;
  for (const Word& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

void add_steps_before(std::vector<Line>& lines, const ScriptResult& script, std::size_t step) {
  std::vector<Line> before;
  for (std::size_t earlier = 0; earlier < std::min(step, script.trace.steps.size()); ++earlier) {
    const oracle::Step& done = script.trace.steps[earlier];
    if (done.probe) continue;
    before.push_back(
        {"before", fmt::format("{}: {} gave {}", place_of(script.probes, earlier),
                               oracle::words::describe(done.operation),
                               oracle::words::describe(done.reply, oracle::call_of(done.operation)))});
  }
  const std::size_t left_out = before.size() - std::min(before.size(), steps_before_shown);
  if (left_out != 0) lines.push_back({"before", count_text(left_out, "step") + " not shown here"});
  lines.insert(lines.end(), before.begin() + static_cast<std::ptrdiff_t>(left_out), before.end());
}

void add_call(std::vector<Line>& lines, const ScriptResult& script, const Finding& finding) {
  if (finding.step >= script.trace.steps.size()) return;
  const oracle::Step& step = script.trace.steps[finding.step];
  lines.push_back({"call", oracle::words::describe(step.operation)});
  if (!finding.allowed.empty()) lines.push_back({"allowed", names_of(finding.allowed)});
  lines.push_back({"observed", oracle::words::describe(step.reply, finding.call)});
}

void add_sources(std::vector<Line>& lines, const Report& report, const Finding& finding) {
  std::vector<std::string> rules{finding.rule};
  for (const oracle::Mismatch& mismatch : finding.mismatches) rules.push_back(mismatch.rule);
  std::set<std::string> listed{""};
  for (const std::string& rule : rules) {
    if (!listed.insert(rule).second) continue;
    const RuleWords* words = find_rule_words(report, rule);
    lines.push_back({"source", words == nullptr ? rule + " is not in the catalogue"
                                                : fmt::format("{}, {}: {}", words->page, words->section,
                                                              words->says)});
  }
  if (finding.because.size() > 1) lines.push_back({"because", joined(finding.because, ", ")});
}

std::string source_of(const Report& report, const oracle::Evidence& evidence) {
  const QuestionWords* question = find_question_words(report, evidence.question);
  if (question == nullptr) return "";
  for (const AnswerWords& answer : question->answers) {
    if (answer.id == evidence.answer) return " (" + answer.source + ")";
  }
  return "";
}

bool is_observed(const Report& report, const oracle::Evidence& evidence) {
  const QuestionWords* question = find_question_words(report, evidence.question);
  if (question == nullptr) return false;
  return std::any_of(question->answers.begin(), question->answers.end(), [&](const AnswerWords& answer) {
    return answer.id == evidence.answer && answer.basis == oracle::readings::Basis::observed;
  });
}

void add_readings(std::vector<Line>& lines, const Report& report, const Finding& finding) {
  for (const oracle::Evidence& evidence : finding.contradicts) {
    const QuestionWords* question = find_question_words(report, evidence.question);
    const std::string asks = question == nullptr ? "" : " (" + question->asks + ")";
    lines.push_back({"reading", fmt::format("{}{}: {}; this step follows another answer",
                                            question_text(evidence.question, evidence.subject), asks,
                                            text_of(report, evidence))});
  }
  for (const oracle::Evidence& evidence : finding.explained_by) {
    const std::string answer =
        fmt::format("{} = {}{}", question_text(evidence.question, evidence.subject), evidence.answer,
                    source_of(report, evidence));
    lines.push_back({"but", (is_observed(report, evidence) ? "Windows is observed to do this: "
                                                           : "another reading allows this: ") +
                                answer});
  }
}

void add_mismatches(std::vector<Line>& lines, const Finding& finding) {
  for (const oracle::Mismatch& mismatch : finding.mismatches) {
    const std::string rule = mismatch.rule == finding.rule ? "" : " (" + mismatch.rule + ")";
    lines.push_back({"wrong", fmt::format("{}: allowed {}, observed {}{}", mismatch.member,
                                          mismatch.allowed, mismatch.observed, rule)});
  }
}

// Joins the lines of a comment into one line.
std::string on_one_line(std::string comment) {
  std::replace(comment.begin(), comment.end(), '\n', ' ');
  return comment;
}

std::vector<Line> lines_without_replay(const Report& report, const ScriptResult& script,
                                       const Finding& finding) {
  std::vector<Line> lines;
  if (!script.comment.empty()) lines.push_back({"about", on_one_line(script.comment)});
  add_steps_before(lines, script, finding.step);
  add_call(lines, script, finding);
  add_mismatches(lines, finding);
  if (!finding.why.empty()) lines.push_back({"why", finding.why});
  add_sources(lines, report, finding);
  add_readings(lines, report, finding);
  return lines;
}

std::vector<Line> known_lines(const Report& report, std::size_t group) {
  std::vector<Line> lines{{"seen", times_seen(report.groups[group])}};
  if (!report.known) return lines;
  lines.push_back({"standing", standing_of(report, group)});
  std::set<std::string> listed;  // One reason may apply to many scripts.
  for (const Match& match : report.known->matches) {
    if (match.group != group || !match.entry) continue;
    const KnownEntry& entry = report.known->entries[*match.entry];
    std::string reason = entry.reason + (entry.link.empty() ? "" : ", " + entry.link);
    if (listed.insert(reason).second) lines.push_back({"known", std::move(reason)});
  }
  return lines;
}

void add_replay(std::vector<Line>& lines, const Report& report, const ScriptResult& script,
                const Finding& finding) {
  lines.push_back({"script", script.path.empty() ? script.name + " (in no file)" : script.path});
  lines.push_back({"replay", replay_command(report, script, finding)});
}

std::vector<Line> made_legible(std::vector<Line> lines) {
  for (Line& line : lines) line.text = legible(line.text);
  return lines;
}

}  // namespace

std::vector<Line> finding_lines(const Report& report, const ScriptResult& script,
                                const Finding& finding) {
  std::vector<Line> lines = lines_without_replay(report, script, finding);
  add_replay(lines, report, script, finding);
  return made_legible(std::move(lines));
}

std::vector<Line> finding_lines(const Report& report, std::size_t group) {
  const Group& shown = report.groups[group];
  const ScriptResult& script = report.scripts[shown.script];
  const Finding& example = example_of(report, shown);
  std::vector<Line> lines = lines_without_replay(report, script, example);
  const std::vector<Line> known = known_lines(report, group);
  lines.insert(lines.end(), known.begin(), known.end());
  add_replay(lines, report, script, example);
  return made_legible(std::move(lines));
}

const Finding& example_of(const Report& report, const Group& group) {
  const std::vector<Finding>& findings = report.scripts[group.script].judgement.findings;
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return finding.step == group.step; });
  return found == findings.end() ? findings.front() : *found;
}

}  // namespace netioconf::reports::words
