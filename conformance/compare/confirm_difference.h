#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "conformance/compare/compared_implementations.h"
#include "conformance/compare/diff_options.h"
#include "conformance/compare/diverge_again.h"
#include "conformance/execution/needed_before.h"

namespace netioconf::conformance::compare {

// Repeats differences in fresh implementations, so that the command of a difference shows it. Recorded
// traces are what they are.
class DifferenceConfirmer {
 public:
  // `scripts`: those of the run, in order.
  DifferenceConfirmer(const DiffOptions& options,
                      const std::vector<ComparedImplementation>& implementations,
                      const std::vector<corpora::text::LoadedScript>& scripts)
      : options_{options},
        implementations_{implementations},
        scripts_{scripts},
        time_{options.time_limit} {}

  // The last of the scripts in fresh implementations of these runs.
  [[nodiscard]] std::optional<Diverged> diverge(const std::vector<std::size_t>& runs,
                                                const std::vector<oracle::Script>& before,
                                                const oracle::Script& last,
                                                const reports::diff::DifferenceKey& key);

  // What the difference needs besides its script and `evidence`, the scripts that the answers
  // contradict.
  [[nodiscard]] execution::NeededBefore needed_for(const reports::diff::DifferenceKey& key,
                                                   const std::vector<std::size_t>& runs,
                                                   const std::vector<oracle::Script>& evidence,
                                                   const oracle::Script& script);

 private:
  using FreshImplementations = std::map<std::size_t, std::unique_ptr<execution::Implementation>>;

  // Those of the runs that are live; nullopt: one cannot be started.
  [[nodiscard]] std::optional<FreshImplementations> make_fresh(
      const std::vector<std::size_t>& runs) const;

  const DiffOptions& options_;
  const std::vector<ComparedImplementation>& implementations_;
  const std::vector<corpora::text::LoadedScript>& scripts_;
  execution::RepeatingTime time_;
};

}  // namespace netioconf::conformance::compare
