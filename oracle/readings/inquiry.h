#pragma once

#include <vector>

#include "oracle/readings/answers.h"

namespace netioconf::oracle {

// One way through the open questions that explaining a step comes upon. Questions are answered as they
// are asked, and only those; `next()` begins the next way, until every way was gone.
//
//   Inquiry inquiry{open};
//   do { explain(inquiry, …); } while (inquiry.next());
class Inquiry {
 public:
  explicit Inquiry(const Answers& open) : open_(open), answers_(open) {}

  // The position of the answer; the same one each time within one way.
  [[nodiscard]] std::uint8_t ask(Slot slot);
  template <class Choice>
  [[nodiscard]] Choice ask(Topic topic, std::size_t subject = 0) {
    return static_cast<Choice>(ask(slot_of(topic, subject)));
  }
  template <class Choice>
  [[nodiscard]] Choice ask(Topic topic, Call call) {
    return static_cast<Choice>(ask(slot_of(topic, call)));
  }

  // Something that the documents leave to the implementation each time anew, as whether an entry with a
  // short lifetime has gone yet.
  [[nodiscard]] bool happens();

  [[nodiscard]] bool next();

  // What this way has found to be followed so far.
  [[nodiscard]] const Answers& answers() const { return answers_; }

 private:
  struct Fork {
    std::uint8_t untried = 0;  // the lowest bit is the way that is being gone
  };

  // The lowest bit of the fork that comes next, which is made from `ways` when it is met for the first
  // time.
  [[nodiscard]] std::uint8_t take(std::uint8_t ways);

  Answers open_;
  Answers answers_;
  std::vector<Fork> forks_;
  std::size_t met_ = 0;
};

}  // namespace netioconf::oracle
