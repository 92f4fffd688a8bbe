#pragma once

#include <memory>
#include <vector>

#include "oracle/coverage/coverage.h"
#include "oracle/state/finding.h"

namespace netioconf::oracle {

// Judges the traces of one implementation. The answers to the documents' open questions that still
// explain what was seen are carried from each trace to the next, so the order of the traces matters;
// nothing else does.
class Judge {
 public:
  explicit Judge(Profile profile);
  Judge(const Judge&);
  Judge& operator=(const Judge&);
  ~Judge();

  [[nodiscard]] Judgement judge(const Trace& trace);

  // One that knows what this one has learned and has judged nothing itself: traces that tell nothing new
  // can be judged by several at once.
  [[nodiscard]] Judge with_the_same_knowledge() const;
  // Whether the same answers are left, and were ruled out at the same places.
  [[nodiscard]] bool knows_the_same_as(const Judge& other) const;
  // Goes on from where the other is, which began with this one's knowledge.
  void continue_from(const Judge& other);

  // Every question with the answers that are left, in the catalogue's order.
  [[nodiscard]] std::vector<Followed> followed() const;
  [[nodiscard]] Coverage coverage() const;

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace netioconf::oracle
