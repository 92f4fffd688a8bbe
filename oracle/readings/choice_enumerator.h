#pragma once

#include <vector>

#include "oracle/readings/open_readings.h"

namespace netioconf::oracle::readings {

// Enumerates the combinations of answers to the open questions that the outcome of a step asks. Only
// questions that are asked are enumerated. `next()` starts the next combination; it returns false after
// the last one.
//
//   ChoiceEnumerator choices{open};
//   do { explain(choices, …); } while (choices.next());
class ChoiceEnumerator {
 public:
  explicit ChoiceEnumerator(const OpenReadings& open) : open_(open), answers_(open) {}

  // Within one combination an instance always has the same answer.
  template <const auto& question>
  [[nodiscard]] auto ask(std::size_t subject = 0) {
    return answer<question>(instance_of<question>(subject));
  }
  // For questions with one subject and for questions whose subjects are calls.
  template <const auto& question>
  [[nodiscard]] auto ask(Call call) {
    return answer<question>(instance_of<question>(call));
  }
  // The position of the answer.
  [[nodiscard]] std::uint8_t ask(ReadingInstance instance);

  // A choice that the documents leave to the implementation at each call, for example whether an entry
  // with a short lifetime has expired. Each call of nondeterministic() is a new choice.
  [[nodiscard]] bool nondeterministic();

  [[nodiscard]] bool next();

  // The open answers, restricted to those that this combination has used so far.
  [[nodiscard]] const OpenReadings& answers() const { return answers_; }

 private:
  template <const auto& question>
  [[nodiscard]] auto answer(ReadingInstance instance) {
    return static_cast<typename std::remove_cvref_t<decltype(question)>::Answers>(ask(instance));
  }

  struct Fork {
    std::uint8_t untried = 0;  // the lowest bit is the current alternative
  };

  // The current alternative of the next fork. A fork that is met for the first time is created with the
  // alternatives in `ways`.
  [[nodiscard]] std::uint8_t take(std::uint8_t ways);

  OpenReadings open_;
  OpenReadings answers_;
  std::vector<Fork> forks_;
  std::size_t met_ = 0;
};

}  // namespace netioconf::oracle::readings
