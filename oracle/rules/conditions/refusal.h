#pragma once

#include <array>
#include <optional>

#include "oracle/model/short_list.h"
#include "oracle/rules/conditions/example.h"
#include "oracle/rules/conditions/status_constraint.h"

namespace netioconf::oracle::rules::inline conditions {

// What makes a call fail, in words and as a condition, with calls on both sides of the boundary. Calls
// with the same arguments share checks.
template <class Situation>
struct Check {
  std::string_view says;
  bool (*applies)(const Situation&);
  ExamplePairs<typename Situation::Arguments> examples;
};

// With which statuses a call fails under each answer to the question that the rule depends on.
template <class Situation>
struct FailureStatuses {
  std::string_view reading;  // Reading::id; empty if the pages are unambiguous
  StatusesByAnswer statuses = {};
  // The instance of the question; nullopt: the documents don't say which instance applies, so that the
  // call may or may not fail. A null pointer: the situation has asked already, or there is no question.
  std::optional<readings::ReadingInstance> (*instance)(const Situation&) = nullptr;
};

// A rule that makes a call fail.
template <class Situation>
struct Refusal {
  Rule rule;
  Check<Situation> check;
  FailureStatuses<Situation> failure;
};

// The same statuses under every answer.
struct Always {
  StatusSet statuses;
  std::string_view reading = "";

  template <class Situation>
  consteval operator FailureStatuses<Situation>() const {
    FailureStatuses<Situation> failure{.reading = reading};
    failure.statuses.fill(statuses);
    return failure;
  }
};
[[nodiscard]] consteval Always fails_with(Status status) { return {StatusSet{status}}; }
[[nodiscard]] consteval Always fails_with(StatusSet statuses) { return {statuses}; }

// The condition contains the answer to the question, which the situation has asked.
template <const auto& question>
[[nodiscard]] consteval Always settled_by(Status status) {
  return {StatusSet{status}, question.id};
}

template <const auto& question, auto subject>
struct Under {
  std::array<StatusSet, 8> statuses = {};

  template <class Situation>
  consteval operator FailureStatuses<Situation>() const {
    return {.reading = question.id, .statuses = statuses, .instance = [](const Situation& situation) {
              if constexpr (subject == nullptr) {
                return std::optional{readings::instance_of<question>(situation.call)};
              } else {
                const std::optional<std::size_t> position = subject(situation);
                return position ? std::optional{readings::instance_of<question>(*position)}
                                : std::nullopt;
              }
            }};
  }
};

template <class Choice>
struct StatusUnder {
  Choice answer;
  Status status;
};

// The call fails under the listed answers. `subject` returns the position of the subject for a
// situation; nullptr: the question has one subject, or its subjects are calls.
template <const auto& question, auto subject = nullptr>
[[nodiscard]] consteval auto under(
    ShortList<StatusUnder<typename std::remove_cvref_t<decltype(question)>::Answers>, 9> answers) {
  Under<question, subject> under;
  for (const auto& [answer, status] : answers) {
    StatusSet& statuses = under.statuses[static_cast<std::size_t>(answer)];
    statuses.insert(status);
    // "other" stands for any other failure, which includes one that the documents name.
    if (status == Status::other) statuses.insert(Status::not_enough_memory);
  }
  return under;
}

template <class Situation>
[[nodiscard]] consteval Refusal<Situation> refusal(
    std::string_view id, Citation source, const Check<Situation>& check,
    FailureStatuses<std::type_identity_t<Situation>> failure) {
  return {{.id = id,
           .kind = Kind::refusal,
           .source = source,
           .says = check.says,
           .reading = failure.reading},
          check,
          failure};
}

// The rows of a table, as rules of this call.
template <class Row, std::size_t size>
[[nodiscard]] consteval std::array<Row, size> of_call(Call call, std::array<Row, size> rows) {
  static_assert(size <= state::most_refusals);
  for (Row& row : rows) row.rule.call = call;
  return rows;
}

// No document specifies an order of checks. Each rule that applies adds its statuses to the allowed set
// and removes success. The order of the rules has no influence. `anyway` are statuses that are allowed
// whatever the rules say. Rules out the answers under which the observed status is not allowed.
template <class Situation>
void weigh(std::span<const Refusal<Situation>> refusals, const Situation& situation, Status observed,
           StatusSet anyway, state::StepOutcome& outcome) {
  StatusConstraint constraint{situation.choices, observed, anyway, outcome};
  for (const Refusal<Situation>& refusal : refusals) {
    if (!refusal.check.applies(situation)) continue;
    const FailureStatuses<Situation>& failure = refusal.failure;
    if (failure.instance == nullptr) {
      constraint.refuse(refusal.rule, failure.statuses.front());
    } else {
      constraint.refuse_under(refusal.rule, failure.statuses, failure.instance(situation));
    }
  }
  constraint.apply();
}

}  // namespace netioconf::oracle::rules::inline conditions
