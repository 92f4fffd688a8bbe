#include "reports/document/finding_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>

#include "reports/words/decisive.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::document {
namespace {

constexpr std::size_t steps_before_shown = 8;

void add_steps_before(Description& lines, const ScriptResult& script, const StepResult& step) {
  Description before;
  for (const StepResult& earlier : script.findings()) {
    if (earlier.step() >= step.step()) break;
    if (earlier.probe() || earlier.call().empty()) continue;
    before.push_back(
        {"before", fmt::format("{}: {} gave {}", earlier.place(), earlier.call(), earlier.reply())});
  }
  const std::size_t left_out = before.size() - std::min(before.size(), steps_before_shown);
  if (left_out != 0)
    lines.push_back({"before", words::count_text(left_out, "step") + " not shown here"});
  lines.insert(lines.end(), before.begin() + static_cast<std::ptrdiff_t>(left_out), before.end());
}

void add_call(Description& lines, const StepResult& step) {
  if (step.call().empty()) return;
  lines.push_back({"call", step.call()});
  if (step.allowed_size() != 0) lines.push_back({"allowed", words::allowed_text(step)});
  lines.push_back({"observed", step.reply()});
}

void add_sources(Description& lines, const Report& report, const StepResult& step) {
  std::vector<std::string> rules{step.rule()};
  for (const MismatchWords& mismatch : step.mismatches()) rules.push_back(mismatch.rule());
  std::set<std::string> cited{""};
  for (const std::string& rule : rules) {
    if (cited.insert(rule).second)
      lines.push_back({"source", words::source_text(report, rule, step.function())});
  }
  if (step.because_size() > 1)
    lines.push_back({"because", fmt::format("{}", fmt::join(step.because(), ", "))});
}

// nullptr if the report does not contain the answer.
const AnswerWords* find_answer(const Report& report, const EvidenceWords& evidence) {
  const QuestionWords* question = find_question_words(report, evidence.question());
  if (question == nullptr) return nullptr;
  for (const AnswerWords& answer : question->answers()) {
    if (answer.id() == evidence.answer()) return &answer;
  }
  return nullptr;
}

// The answers to a question other than the one that an earlier step followed.
std::string other_answers(const Report& report, const EvidenceWords& evidence) {
  const QuestionWords* question = find_question_words(report, evidence.question());
  std::vector<std::string> others;
  if (question == nullptr) return "another answer";
  for (const AnswerWords& answer : question->answers()) {
    if (answer.id() != evidence.answer()) others.push_back('"' + answer.id() + '"');
  }
  return others.empty() ? "another answer" : words::listed(others, "or");
}

void add_readings(Description& lines, const Report& report, const StepResult& step) {
  for (const EvidenceWords& evidence : step.contradicts()) {
    const QuestionWords* question = find_question_words(report, evidence.question());
    const std::string asks = question == nullptr ? "" : " (" + question->asks() + ")";
    lines.push_back(
        {"reading",
         fmt::format("{}{}: {}; {} follows {}",
                     words::question_text(evidence.question(), evidence.subject()), asks,
                     words::text_of(evidence), step.place(), other_answers(report, evidence))});
  }
  for (const EvidenceWords& evidence : step.explained_by()) {
    const AnswerWords* answer = find_answer(report, evidence);
    const bool is_observed = answer != nullptr && answer->basis() == Basis::observed;
    lines.push_back(
        {"but",
         fmt::format("{}: {} = {}{}",
                     is_observed ? "Windows is observed to do this" : "another reading allows this",
                     words::question_text(evidence.question(), evidence.subject()), evidence.answer(),
                     answer == nullptr ? "" : " (" + answer->source() + ")")});
  }
}

Description lines_of(const Report& report, const ScriptResult& script, const StepResult& step) {
  Description lines;
  if (!script.comment().empty()) lines.push_back({"tests", on_one_line(script.comment())});
  add_steps_before(lines, script, step);
  add_call(lines, step);
  add_mismatches(lines, step.rule(), step.mismatches());
  if (!step.why().empty()) lines.push_back({"why", step.why()});
  add_sources(lines, report, step);
  add_readings(lines, report, step);
  return lines;
}

void add_known(Description& lines, const Report& report, int index) {
  const Group& group = report.groups(index);
  lines.push_back(
      {"seen", words::times_seen(group.findings(), group.scripts_size(), group.generated_findings())});
  if (!report.has_known()) return;
  lines.push_back({"standing", words::standing_of(report, index)});
  std::set<std::string> listed;  // One reason may apply to many scripts.
  for (const Match& match : report.known().matches()) {
    if (static_cast<int>(match.group()) != index || !match.has_entry()) continue;
    const KnownDeviation& entry = report.known().entries(static_cast<int>(match.entry()));
    const std::string reason = entry.reason() + (entry.link().empty() ? "" : ", " + entry.link());
    if (listed.insert(reason).second) lines.push_back({"known", reason});
  }
}

void add_replay(Description& lines, const ScriptResult& script) {
  lines.push_back(script_line(script.name(), script.path()));
  lines.push_back({"replay", script.replay()});
}

}  // namespace

void add_mismatches(Description& lines, const std::string& rule,
                    const google::protobuf::RepeatedPtrField<MismatchWords>& mismatches) {
  constexpr int shown_at_most = 8;
  for (const MismatchWords& mismatch : mismatches | std::views::take(shown_at_most)) {
    const std::string of = mismatch.rule() == rule ? "" : " (" + mismatch.rule() + ")";
    lines.push_back({"wrong", fmt::format("{}: allowed {}, observed {}{}", mismatch.member(),
                                          mismatch.allowed(), mismatch.observed(), of)});
  }
  if (mismatches.size() > shown_at_most)
    lines.push_back({"wrong", fmt::format("{} more", mismatches.size() - shown_at_most)});
}

Line script_line(const std::string& name, const std::string& path) {
  return {"script", path.empty() ? name + " (in no file)" : path};
}

std::string fingerprint_of(const std::string& rule, const std::string& reading,
                           const std::string& function, const std::string& observed) {
  return fmt::format("{}|{}|{}|{}", rule, reading, function, observed);
}

std::string on_one_line(std::string comment) {
  std::ranges::replace(comment, '\n', ' ');
  return comment;
}

Description finding_lines(const Report& report, const ScriptResult& script, const StepResult& step) {
  Description lines = lines_of(report, script, step);
  add_replay(lines, script);
  return lines;
}

Description group_lines(const Report& report, int index) {
  const Group& group = report.groups(index);
  const ScriptResult& script = shortest_script(report, group);
  Description lines = lines_of(report, script, shortest_step(report, group));
  add_known(lines, report, index);
  add_replay(lines, script);
  return lines;
}

}  // namespace netioconf::reports::document
