#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oracle/model/finding.h"
#include "oracle/model/short_list.h"
#include "oracle/state/state.h"

namespace netioconf::oracle::state {

// Whether wrong members are only counted or also described in words.
enum class Detail : std::uint8_t { counted, worded };

// The check of a table stops at this many mismatches; a table may have a million wrong rows.
inline constexpr std::size_t most_mismatches = 256;

// No call has more rules.
inline constexpr std::size_t most_refusals = 32;

// How one combination of answers explains a step.
struct StepOutcome {
  StatusSet allowed;
  bool status_fits = true;  // false: the status is not allowed, and nothing else was checked
  ShortList<const Rule*, most_refusals> because;  // every rule that refuses the call
  StepEdits edits;                                // how the step changes the state under these answers
  std::size_t wrong = 0;                          // number of wrong members
  std::vector<Mismatch> mismatches;               // the wrong members in words, if requested
  Detail detail = Detail::counted;

  template <class InWords>
  void mismatch(InWords in_words) {
    ++wrong;
    if (detail == Detail::worded) mismatches.push_back(in_words());
  }
};

}  // namespace netioconf::oracle::state
