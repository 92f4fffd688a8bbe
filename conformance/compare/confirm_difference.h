#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "conformance/compare/compared_implementations.h"
#include "conformance/compare/diff_options.h"
#include "conformance/compare/diverge_again.h"

namespace netioconf::conformance::compare {

// What a difference needs to occur again, apart from its script.
struct NeededAgain {
  std::vector<oracle::Script> before = {};
  bool whole_run = false;
  std::string words = {};  // a sentence about it; empty if it needs nothing
};

// Repeats differences in fresh implementations, so that the command of a difference shows it. Recorded
// traces are what they are.
class DifferenceConfirmer {
 public:
  // `scripts`: those of the run, in order.
  DifferenceConfirmer(const DiffOptions& options,
                      const std::vector<ComparedImplementation>& implementations,
                      const std::vector<corpora::text::LoadedScript>& scripts)
      : options_{options}, implementations_{implementations}, scripts_{scripts} {}

  // The last of the scripts in fresh implementations of these runs.
  [[nodiscard]] std::optional<Diverged> diverge(const std::vector<std::size_t>& runs,
                                                const std::vector<oracle::Script>& before,
                                                const oracle::Script& last,
                                                const reports::diff::DifferenceKey& key) const;

  // `evidence`: the scripts that the answers contradict.
  [[nodiscard]] NeededAgain needed_for(const reports::diff::DifferenceKey& key,
                                       const std::vector<std::size_t>& runs,
                                       const std::vector<oracle::Script>& evidence,
                                       const oracle::Script& script) const;

 private:
  [[nodiscard]] bool is_over() const;

  const DiffOptions& options_;
  const std::vector<ComparedImplementation>& implementations_;
  const std::vector<corpora::text::LoadedScript>& scripts_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace netioconf::conformance::compare
