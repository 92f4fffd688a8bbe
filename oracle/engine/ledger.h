#pragma once

#include <array>
#include <string>
#include <vector>

#include "oracle/readings/answers.h"
#include "oracle/state/finding.h"

namespace netioconf::oracle {

// Where in a run the answers were ruled out that no longer are open.
class Ledger {
 public:
  // Notes which answers the step has ruled out.
  void note(const Answers& before, const Answers& after, const std::string& script, std::size_t step);

  [[nodiscard]] const std::vector<Evidence>& evidence(Slot slot) const { return evidence_[slot]; }

  friend bool operator==(const Ledger&, const Ledger&) = default;

 private:
  std::array<std::vector<Evidence>, slot_count> evidence_;
};

// "prefix", or "prefix or prefix-and-next-hop"; what of a question is open.
[[nodiscard]] std::string answers_in_words(Slot slot, std::uint8_t open);

[[nodiscard]] Evidence evidence_of(Slot slot, std::uint8_t open, const std::string& script,
                                   std::size_t step);

// Every question with the answers that are left.
[[nodiscard]] std::vector<Followed> followed(const Answers& open, const Answers& at_first,
                                             const Ledger& ledger);

}  // namespace netioconf::oracle
