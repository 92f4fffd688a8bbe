#include "reports/summary/report_parts.h"

#include <array>

#include "oracle/model/calls.h"
#include "oracle/readings/reading.h"
#include "oracle/rules/catalogue.h"

namespace netioconf::reports::inline summary {
namespace {

void add_rules(Report& report) {
  for (const oracle::Rule& rule : oracle::rules::rules()) {
    RuleWords& words = *report.add_rules();
    words.set_id(std::string{rule.id});
    words.set_kind(name_of(rule.kind));
    words.set_function(std::string{oracle::function_name(rule.call)});
    words.set_page(std::string{rule.source.page});
    words.set_section(std::string{rule.source.section});
    words.set_says(std::string{rule.says});
    words.set_reading(std::string{rule.reading});
    words.set_of_every_call(oracle::rules::is_promised_by_every_page(rule));
  }
}

void add_questions(Report& report) {
  for (const oracle::readings::Reading& question : oracle::readings::readings()) {
    QuestionWords& words = *report.add_questions();
    words.set_id(std::string{question.id});
    words.set_asks(std::string{question.asks});
    for (const oracle::readings::Answer& answer : question.answers) {
      AnswerWords& added = *words.add_answers();
      added.set_id(std::string{answer.id});
      const bool documented = answer.basis == oracle::readings::Basis::documented;
      added.set_basis(documented ? Basis::documented : Basis::observed);
      added.set_windows(answer.windows != 0);
      for (const std::string_view subject : some_on_windows(question, answer))
        added.add_windows_subjects(std::string{subject});
      added.set_source(std::string{answer.source});
    }
  }
}

}  // namespace

std::string name_of(oracle::Kind kind) {
  static constexpr std::array<const char*, 3> names{"refusal", "effect", "ignored"};
  return names[static_cast<std::size_t>(kind)];
}

void add_catalogue(Report& report) {
  add_rules(report);
  add_questions(report);
}

void add_readings(const std::vector<oracle::Followed>& readings, const PlaceOf& place_of,
                  Report& report) {
  for (const oracle::Followed& followed : readings) {
    FollowedReading& added = *report.add_readings();
    added.set_question(followed.question);
    added.set_subject(followed.subject);
    added.set_decided(followed.decided);
    added.mutable_answers()->Add(followed.answers.begin(), followed.answers.end());
    describe(followed.evidence, place_of, *added.mutable_evidence());
  }
}

void add_coverage(const oracle::coverage::Coverage& coverage, CoverageCounts& counts) {
  for (const auto& [rule, reached] : coverage.rules) {
    RuleCounts& added = *counts.add_rules();
    added.set_rule(rule);
    added.set_alone(static_cast<double>(reached.alone));
    added.set_together(static_cast<double>(reached.together));
    added.set_held_off(static_cast<double>(reached.held_off));
  }
  for (const auto& [cell, times] : coverage.cells) {
    InputCounts& added = *counts.add_inputs();
    added.set_function(std::string{oracle::function_name(cell.call)});
    added.set_partition(cell.partition);
    added.set_outcome(std::string{oracle::name_of(cell.outcome)});
    added.set_times(static_cast<double>(times));
  }
  for (const auto& [state, times] : coverage.states) {
    StateCounts& added = *counts.add_states();
    added.set_state(state);
    added.set_times(static_cast<double>(times));
  }
}

}  // namespace netioconf::reports::inline summary
