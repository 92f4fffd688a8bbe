#pragma once

#include <array>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/readings/open_readings.h"

namespace netioconf::oracle::engine {

// The steps of a run that ruled out answers.
class ReadingEvidence {
 public:
  // Records the answers that the step ruled out.
  void note(const readings::OpenReadings& before, const readings::OpenReadings& after,
            const std::string& script, std::size_t step);

  [[nodiscard]] const std::vector<Evidence>& evidence(readings::ReadingInstance instance) const {
    return evidence_[instance];
  }

  friend bool operator==(const ReadingEvidence&, const ReadingEvidence&) = default;

 private:
  std::array<std::vector<Evidence>, readings::instance_count> evidence_;
};

// The open answers of a question: "prefix", or "prefix or prefix-and-next-hop".
[[nodiscard]] std::string answers_in_words(readings::ReadingInstance instance, std::uint8_t open);

[[nodiscard]] Evidence evidence_of(readings::ReadingInstance instance, std::uint8_t open,
                                   const std::string& script, std::size_t step);

// Every question with its open answers.
[[nodiscard]] std::vector<Followed> followed(const readings::OpenReadings& open,
                                             const readings::OpenReadings& at_first,
                                             const ReadingEvidence& evidence_so_far);

}  // namespace netioconf::oracle::engine
