#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "oracle/coverage/coverage.h"
#include "oracle/model/finding.h"
#include "oracle/readings/questions.h"

namespace netioconf::oracle::engine {

// The answers to an instance of a question that are open after a run. Bit n stands for answer n.
struct Decided {
  readings::ReadingInstance instance = 0;
  std::uint8_t open = 0;
};

// Judges the traces of one implementation. The answers to open questions that still explain all replies
// are carried from each trace to the next. A result therefore depends on the order of the traces, and on
// nothing else.
class Judge {
 public:
  explicit Judge(readings::Profile profile);
  Judge(const Judge&);
  Judge(Judge&&) noexcept;
  Judge& operator=(const Judge&);
  Judge& operator=(Judge&&) noexcept;
  ~Judge();

  [[nodiscard]] Judgement judge(const Trace& trace);

  // A judge with the same open answers and evidence but with empty coverage. Several such judges can
  // judge traces in parallel if the traces do not rule out further answers.
  [[nodiscard]] Judge with_the_same_knowledge() const;
  // Whether the same answers are open and the others were ruled out by the same steps.
  [[nodiscard]] bool knows_the_same_as(const Judge& other) const;
  // Takes over the state of `other`, which must be derived from this judge, and adds its coverage.
  void continue_from(const Judge& other);

  // The questions whose answers are not all open any more.
  [[nodiscard]] std::vector<Decided> decided() const;
  // Every question with its open answers, in the order of the catalogue.
  [[nodiscard]] std::vector<Followed> followed() const;
  [[nodiscard]] coverage::Coverage coverage() const;

 private:
  struct Memory;
  explicit Judge(std::unique_ptr<Memory> memory);

  std::unique_ptr<Memory> memory_;
};

}  // namespace netioconf::oracle::engine
