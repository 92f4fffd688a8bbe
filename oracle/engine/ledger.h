#pragma once

#include <array>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/readings/answers.h"

namespace netioconf::oracle {

// The steps of a run that ruled out answers.
class Ledger {
 public:
  // Records the answers that the step ruled out.
  void note(const Answers& before, const Answers& after, const std::string& script, std::size_t step);

  [[nodiscard]] const std::vector<Evidence>& evidence(Slot slot) const { return evidence_[slot]; }

  friend bool operator==(const Ledger&, const Ledger&) = default;

 private:
  std::array<std::vector<Evidence>, slot_count> evidence_;
};

// The open answers of a question: "prefix", or "prefix or prefix-and-next-hop".
[[nodiscard]] std::string answers_in_words(Slot slot, std::uint8_t open);

[[nodiscard]] Evidence evidence_of(Slot slot, std::uint8_t open, const std::string& script,
                                   std::size_t step);

// Every question with its open answers.
[[nodiscard]] std::vector<Followed> followed(const Answers& open, const Answers& at_first,
                                             const Ledger& ledger);

}  // namespace netioconf::oracle
