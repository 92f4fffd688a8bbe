#pragma once

#include <map>
#include <tuple>

#include "reports/diff/comparison.h"

namespace netioconf::reports::diff {

// Folds scripts that several implementations ran into differences, one script at a time, so that the
// traces of a long sweep need not be kept. The result does not depend on the order of the scripts.
class DivergenceFold {
 public:
  explicit DivergenceFold(oracle::readings::Profile profile) : profile_{profile} {}

  void add(const Compared& script);

  [[nodiscard]] std::size_t size() const { return drafts_.size(); }
  // Writes the result so far into a comparison.
  void fold_into(Comparison& comparison);

 private:
  // Shorter examples come first: operations, rank, length of their description, origin, name.
  using Length = std::tuple<std::size_t, std::uint64_t, std::size_t, Origin, std::string>;
  struct Draft {
    Difference difference;
    std::map<std::string, std::uint64_t> committed;
    Length length;
  };

  void add(const Compared& script, const Length& length, Divergence parting);
  // Merges differences that say the same. An order of three rules adds nothing to the order of two of
  // them; nor does a difference in which fewer implementations take part, on the same sides.
  void absorb_repetitions();
  static void absorb(Draft& draft, const Draft& repetition);

  oracle::readings::Profile profile_;
  std::map<DifferenceKey, Draft> drafts_;
  std::map<std::string, std::uint64_t> left_out_;
  std::uint64_t scripts_ = 0;
  std::uint64_t steps_ = 0;
};

// The places in a script where implementations differ.
[[nodiscard]] std::vector<Divergence> partings_in(const Compared& script,
                                                  oracle::readings::Profile profile);

}  // namespace netioconf::reports::diff
