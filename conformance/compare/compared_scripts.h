#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "conformance/compare/compared_implementations.h"
#include "conformance/compare/comparison_part.h"
#include "conformance/compare/diff_options.h"
#include "conformance/search/sweep/space.h"
#include "corpora/text/loader.h"
#include "reports/report.pb.h"

namespace netioconf::conformance::compare {

// Runs scripts on every implementation, judges and compares them, on several threads. The result does
// not depend on their number.
class ComparedScripts {
 public:
  // `implementations` are those of each thread, `begin` has what is known before the first script. The
  // arguments must outlive this object.
  ComparedScripts(const DiffOptions& options,
                  const std::vector<std::vector<ComparedImplementation>>& implementations,
                  ComparisonPart begin);

  void run(std::span<const corpora::text::LoadedScript> scripts);
  // Runs scripts of a sweep until the budget is used up.
  [[nodiscard]] reports::Searched sweep();

  [[nodiscard]] const Judges& judges() const { return judges_; }
  [[nodiscard]] ComparisonPart& all() { return all_; }

 private:
  using Clock = std::chrono::steady_clock;
  // Some scripts of a sweep: the number of the first one, and how many there are.
  struct SweptBlock {
    std::uint64_t number = 0;
    std::uint64_t count = 0;
  };
  struct SweepInProgress {
    search::sweep::Space space;
    std::uint64_t stride;
    Clock::time_point end;
    std::uint64_t begun = 0;
    std::uint64_t next = 0;  // the number of a script

    [[nodiscard]] std::chrono::milliseconds time_left() const;
  };

  [[nodiscard]] ComparisonPart empty_part() const;
  [[nodiscard]] static std::optional<SweptBlock> next_block(SweepInProgress& sweep);
  [[nodiscard]] ComparisonPart judged(std::size_t thread,
                                      std::span<const corpora::text::LoadedScript> scripts,
                                      Judges& judges) const;
  [[nodiscard]] ComparisonPart judged(std::size_t thread, const SweepInProgress& sweep, SweptBlock block,
                                      Judges& judges) const;

  const DiffOptions& options_;
  const std::vector<std::vector<ComparedImplementation>>& implementations_;
  ComparisonPart all_;
  Judges judges_;
};

}  // namespace netioconf::conformance::compare
