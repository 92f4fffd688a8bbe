#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "oracle/readings/reading.h"
#include "reports/diff/difference.h"

namespace netioconf::conformance::compare {

// The trace of a script in an implementation of the comparison. nullopt: it takes no part.
using ObserveIn = std::function<std::optional<oracle::Trace>(std::size_t run, const oracle::Script&)>;

// A script as some of the implementations ran it, and where they differ.
struct Diverged {
  reports::diff::Compared compared;
  reports::diff::Divergence divergence;
};

// Whether the implementations, of which there are so many, differ as `key` says in the last of some
// scripts that each of them carries out in turn.
[[nodiscard]] std::optional<Diverged> diverge_again(std::size_t implementations,
                                                    const ObserveIn& observe,
                                                    const std::vector<oracle::Script>& before,
                                                    const oracle::Script& last,
                                                    const reports::diff::DifferenceKey& key,
                                                    oracle::readings::Profile profile);

}  // namespace netioconf::conformance::compare
