#pragma once

#include <array>
#include <optional>

#include "oracle/readings/choice_enumerator.h"
#include "oracle/state/step_outcome.h"

namespace netioconf::oracle::rules::inline conditions {

// The statuses with which a call fails, by the position of an answer; empty: the call doesn't fail under
// that answer.
using StatusesByAnswer = std::array<StatusSet, 8>;

// What an observed status says about the answers that refusals depend on. Success rules out each answer
// under which some rule refuses the call. A failure needs one rule that gives this status. Several rules
// need a combination of answers each, but the other rules' questions stay open: enumerating the product
// of all questions is not necessary.
class StatusConstraint {
 public:
  // `anyway` are statuses that are allowed whatever the rules say. The rules and the statuses that they
  // allow are added to the outcome.
  StatusConstraint(readings::ChoiceEnumerator& choices, Status observed, StatusSet anyway,
                   state::StepOutcome& outcome)
      : choices_(choices), observed_(observed), outcome_(outcome) {
    is_explained_ = anyway.contains(observed);
    outcome.allowed.insert(anyway);
  }

  // The rule refuses the call under all answers.
  void refuse(const Rule& rule, StatusSet statuses);
  // It does so under some answers. nullopt: the documents don't say which instance of the question
  // applies, so that it may or may not refuse.
  void refuse_under(const Rule& rule, const StatusesByAnswer& statuses,
                    std::optional<readings::ReadingInstance> instance);

  // After the last rule: keeps the answers that explain the status.
  void apply();

 private:
  // The rules that depend on the same instance. Bit n stands for answer n.
  struct Group {
    readings::ReadingInstance instance = 0;
    std::uint8_t open = 0;
    std::uint8_t refusing = 0;
    std::uint8_t with_observed = 0;  // refusing with the observed status
  };

  [[nodiscard]] Group& group_of(readings::ReadingInstance instance);
  void note(const Rule& rule, StatusSet statuses);
  void keep_answers_that_accept();
  void keep_answers_that_refuse();

  readings::ChoiceEnumerator& choices_;
  Status observed_;
  state::StepOutcome& outcome_;
  bool is_refused_ = false;    // under all open answers
  bool is_explained_ = false;  // the status is allowed under all open answers
  ShortList<Group, state::most_refusals> groups_;
};

}  // namespace netioconf::oracle::rules::inline conditions
