#include "reports/words/headline.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "oracle/model/status.h"
#include "reports/words/phrases.h"

namespace netioconf::reports::words {
namespace {

// The deviations of netioconf_reset show in a step that calls another function.
std::string reset_text(const StepResult& step) {
  const MismatchWords& mismatch = step.mismatches(0);
  if (mismatch.member() != "host")
    return fmt::format("netioconf_reset does not empty the {}: {}", mismatch.member(), mismatch.observed());
  return fmt::format("netioconf_reset sets up another host: {}, must be {}", mismatch.observed(),
                     mismatch.allowed());
}

std::string observed_text(const Group& group, const StepResult& step) {
  if (!step.mismatches().empty()) {
    const MismatchWords& mismatch = step.mismatches(0);
    return fmt::format("{} is {}, must be {}", mismatch.member(), mismatch.observed(),
                       mismatch.allowed());
  }
  const bool has_status = oracle::status_named(group.observed()).has_value();
  return has_status ? fmt::format("{}, must be {}", group.observed(), allowed_text(step)) : step.reply();
}

}  // namespace

std::string allowed_text(const StepResult& step) {
  const auto& allowed = step.allowed();
  const auto all = static_cast<int>(oracle::status_count);
  if (allowed.size() == all) return "anything";
  const bool success = std::find(allowed.begin(), allowed.end(), "success") != allowed.end();
  return allowed.size() == all - 1 && !success ? "any failure" : listed(allowed, "or");
}

std::string headline(const Report& report, const Group& group) {
  const StepResult& step = shortest_step(report, group);
  const bool is_of_reset = group.rule().starts_with("reset.") && !step.mismatches().empty();
  if (is_of_reset) return reset_text(step);
  if (group.reading().empty()) return group.function() + ": " + observed_text(group, step);
  const QuestionWords* question = find_question_words(report, group.reading());
  return fmt::format("{}: two answers to one question{}", group.function(),
                     question == nullptr ? "" : ": " + question->asks());
}

std::string other_answers(const Report& report, const EvidenceWords& evidence) {
  const QuestionWords* question = find_question_words(report, evidence.question());
  std::vector<std::string> others;
  if (question == nullptr) return "another answer";
  for (const AnswerWords& answer : question->answers()) {
    if (answer.id() != evidence.answer()) others.push_back('"' + answer.id() + '"');
  }
  return others.empty() ? "another answer" : listed(others, "or");
}

}  // namespace netioconf::reports::words
