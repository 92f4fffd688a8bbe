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

  // The position of the answer. Within one combination an instance always has the same answer.
  [[nodiscard]] std::uint8_t ask(ReadingInstance instance);
  template <class Choice>
  [[nodiscard]] Choice ask(ReadingId reading, std::size_t subject = 0) {
    return static_cast<Choice>(ask(instance_of(reading, subject)));
  }
  template <class Choice>
  [[nodiscard]] Choice ask(ReadingId reading, Call call) {
    return static_cast<Choice>(ask(instance_of(reading, call)));
  }

  // A choice that the documents leave to the implementation at each call, for example whether an entry
  // with a short lifetime has expired. Each call of nondeterministic() is a new choice.
  [[nodiscard]] bool nondeterministic();

  [[nodiscard]] bool next();

  // The open answers, restricted to those that this combination has used so far.
  [[nodiscard]] const OpenReadings& answers() const { return answers_; }

 private:
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
