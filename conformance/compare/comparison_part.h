#pragma once

#include <cstdint>
#include <vector>

#include "oracle/engine/judge.h"
#include "reports/diff/divergence_fold.h"
#include "reports/summary/summarize.h"

namespace netioconf::conformance::compare {

// One for each implementation of a comparison.
struct Judges {
  std::vector<oracle::engine::Judge> each;

  // As those of a single judge.
  [[nodiscard]] Judges with_the_same_knowledge() const;
  [[nodiscard]] bool knows_the_same_as(const Judges& other) const;
  void continue_from(const Judges& other);
};

// What some of the scripts of a comparison came to: those of a block, or those of all blocks.
struct ComparisonPart {
  std::vector<reports::Summary> summaries;  // one for each implementation
  reports::diff::DivergenceFold fold;
  std::uint64_t scripts = 0;
  std::uint64_t calls = 0;

  // Judges and compares a script.
  void add(reports::diff::Compared compared, Judges& judges);
  // Adds the scripts after these.
  void add(ComparisonPart later);
};

}  // namespace netioconf::conformance::compare
