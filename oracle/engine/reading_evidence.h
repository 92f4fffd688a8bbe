#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/readings/open_readings.h"

namespace netioconf::oracle::engine {

// The steps of a run that ruled out answers. A copy of a copy shares them until it records another step:
// threads that judge copy a judge for each block of scripts.
class ReadingEvidence {
 public:
  ReadingEvidence() = default;
  ReadingEvidence(const ReadingEvidence& other);
  ReadingEvidence(ReadingEvidence&&) noexcept = default;
  ReadingEvidence& operator=(const ReadingEvidence& other);
  ReadingEvidence& operator=(ReadingEvidence&&) noexcept = default;
  ~ReadingEvidence() = default;

  // Records the answers that the step ruled out.
  void note(const readings::OpenReadings& before, const readings::OpenReadings& after,
            const std::string& script, std::size_t step);

  [[nodiscard]] const std::vector<Evidence>& evidence(readings::ReadingInstance instance) const {
    return all()[instance];
  }

  friend bool operator==(const ReadingEvidence& one, const ReadingEvidence& other) {
    return &one.all() == &other.all() || one.all() == other.all();
  }

 private:
  using OfEach = std::array<std::vector<Evidence>, readings::instance_count>;

  [[nodiscard]] const OfEach& all() const { return own_ ? *own_ : *shared_; }

  std::unique_ptr<OfEach> own_ = std::make_unique<OfEach>();
  std::shared_ptr<const OfEach> shared_;  // if there is no own one
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
