#pragma once

#include <map>
#include <tuple>

#include "oracle/readings/reading.h"
#include "reports/diff/difference.h"

namespace netioconf::reports::diff {

// Folds scripts that several implementations ran into differences, one script at a time, so that the
// traces of a long sweep need not be kept. The result does not depend on the order of the scripts.
class DivergenceFold {
 public:
  explicit DivergenceFold(oracle::readings::Profile profile) : profile_{profile} {}

  void add(const Compared& script);
  // Adds all that was added to another fold.
  void add(DivergenceFold later);

  [[nodiscard]] std::size_t size() const { return partial_.size(); }
  // The result so far, by kind, then id and call.
  [[nodiscard]] std::vector<Difference> differences();
  // Writes into a comparison how much was compared and what was left out.
  void count_into(Comparison& comparison) const;

 private:
  // Shorter examples come first: operations, rank, length of their description, origin, name.
  using Length = std::tuple<std::size_t, std::uint64_t, std::size_t, Origin::Value, std::string>;
  struct PartialDifference {
    Difference difference;
    Length length;
  };

  void add(const Compared& script, const Length& length, Divergence divergence);
  // Merges differences that say the same. An order of three rules adds nothing to the order of two of
  // them; nor does a difference in which fewer implementations take part, on the same sides.
  void absorb_repetitions();
  static void add_counts(PartialDifference& partial, const PartialDifference& other);

  oracle::readings::Profile profile_;
  std::map<DifferenceKey, PartialDifference> partial_;
  std::map<std::string, std::uint64_t> left_out_;
  std::uint64_t scripts_ = 0;
  std::uint64_t steps_ = 0;
};

// The places in a script where implementations differ.
[[nodiscard]] std::vector<Divergence> divergences_in(const Compared& script,
                                                     oracle::readings::Profile profile);

}  // namespace netioconf::reports::diff
