#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oracle/state/finding.h"
#include "oracle/state/state.h"

namespace netioconf::oracle {

// Whether the members that are wrong are wanted in words, or only their number.
enum class Detail : std::uint8_t { counted, worded };

// More that is wrong than this tells a reader nothing; a table may have a million wrong rows.
inline constexpr std::size_t most_mismatches = 256;

// How one way through the open questions explains a step.
struct Explanation {
  StatusSet allowed;
  bool status_fits = true;           // false: the status is not allowed, and nothing else was looked at
  std::vector<const Rule*> because;  // every rule that refuses the call
  std::vector<Edit> edits;           // what the step does to the state, if this is how it was
  std::size_t wrong = 0;             // members that are not as they must be
  std::vector<Mismatch> mismatches;  // the same in words, if wanted
  Detail detail = Detail::counted;

  template <class InWords>
  void mismatch(InWords in_words) {
    ++wrong;
    if (detail == Detail::worded) mismatches.push_back(in_words());
  }
};

// The part of a rule's id that stands before the dot: "route-set" for SetIpForwardEntry2.
[[nodiscard]] std::string_view family_of(Call call);
[[nodiscard]] std::string rule_id(Call call, std::string_view promise);

}  // namespace netioconf::oracle
