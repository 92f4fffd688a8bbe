#pragma once

#include <array>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/readings/answers.h"

namespace netioconf::oracle::engine {

// The steps of a run that ruled out answers.
class Ledger {
 public:
  // Records the answers that the step ruled out.
  void note(const readings::Answers& before, const readings::Answers& after, const std::string& script,
            std::size_t step);

  [[nodiscard]] const std::vector<Evidence>& evidence(readings::Slot slot) const {
    return evidence_[slot];
  }

  friend bool operator==(const Ledger&, const Ledger&) = default;

 private:
  std::array<std::vector<Evidence>, readings::slot_count> evidence_;
};

// The open answers of a question: "prefix", or "prefix or prefix-and-next-hop".
[[nodiscard]] std::string answers_in_words(readings::Slot slot, std::uint8_t open);

[[nodiscard]] Evidence evidence_of(readings::Slot slot, std::uint8_t open, const std::string& script,
                                   std::size_t step);

// Every question with its open answers.
[[nodiscard]] std::vector<Followed> followed(const readings::Answers& open,
                                             const readings::Answers& at_first, const Ledger& ledger);

}  // namespace netioconf::oracle::engine
