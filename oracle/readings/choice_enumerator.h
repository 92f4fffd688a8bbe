#pragma once

#include <bit>
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

  // Rules out the open answers that do not fit, in this combination and without another one for them.
  // Returns false, and rules out nothing, if none fits.
  template <const auto& question, class Fits>
  [[nodiscard]] bool keep(std::size_t subject, Fits fits) {
    return keep_answers<question>(instance_of<question>(subject), fits);
  }
  template <const auto& question, class Fits>
  [[nodiscard]] bool keep(Call call, Fits fits) {
    return keep_answers<question>(instance_of<question>(call), fits);
  }
  // The same for positions: bit n is set if answer n fits. At least one of them must be open.
  void keep(ReadingInstance instance, std::uint8_t fitting);

  // One of the numbers 0 to count - 1, each in a combination of its own. At most 32.
  [[nodiscard]] std::size_t one_of(std::size_t count);

  // A choice that the documents leave to the implementation at each call, for example whether an entry
  // with a short lifetime has expired. Each call of nondeterministic() is a new choice.
  [[nodiscard]] bool nondeterministic();

  [[nodiscard]] bool next();

  // The open answers, restricted to those that this combination has used so far.
  [[nodiscard]] const OpenReadings& answers() const { return answers_; }
  // Whether keep() has ruled out answers in this combination.
  [[nodiscard]] bool has_ruled_out() const { return has_ruled_out_; }

 private:
  template <const auto& question>
  [[nodiscard]] auto answer(ReadingInstance instance) {
    return static_cast<typename std::remove_cvref_t<decltype(question)>::Answers>(ask(instance));
  }

  template <const auto& question, class Fits>
  [[nodiscard]] bool keep_answers(ReadingInstance instance, Fits fits) {
    using Answers = typename std::remove_cvref_t<decltype(question)>::Answers;
    unsigned fitting = 0;
    for (unsigned rest = answers_.open(instance); rest != 0; rest &= rest - 1) {
      const int position = std::countr_zero(rest);
      if (fits(static_cast<Answers>(position))) fitting |= 1U << position;
    }
    if (fitting != 0) keep(instance, static_cast<std::uint8_t>(fitting));
    return fitting != 0;
  }

  struct Fork {
    std::uint32_t untried = 0;  // the lowest bit is the current alternative
  };

  // The current alternative of the next fork. A fork that is met for the first time is created with the
  // alternatives in `ways`.
  [[nodiscard]] std::uint8_t take(std::uint32_t ways);

  OpenReadings open_;
  OpenReadings answers_;
  std::vector<Fork> forks_;
  std::size_t met_ = 0;
  bool has_ruled_out_ = false;
};

}  // namespace netioconf::oracle::readings
