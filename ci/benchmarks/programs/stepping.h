#pragma once

#include "oracle/engine/hypotheses.h"

namespace netioconf::ci::benchmarks::programs {

// Explains steps one after the other, as the judge does for one script, and counts the ways.
class Stepping {
 public:
  explicit Stepping(oracle::Host host);
  // Continues with the answers that earlier scripts left open.
  Stepping(oracle::Host host, const std::vector<oracle::readings::OpenReadings>& answers);

  struct Explained {
    std::size_t branches = 0;
    bool fits = false;  // false: no branch explains the step, and the hypotheses stay as they were
  };
  Explained take(const oracle::Step& step);

  // The answers that remain open.
  [[nodiscard]] std::vector<oracle::readings::OpenReadings> answers() const;

 private:
  oracle::Host host_;
  std::vector<oracle::engine::Hypothesis> hypotheses_;
};

}  // namespace netioconf::ci::benchmarks::programs
