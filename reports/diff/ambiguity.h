#pragma once

#include <span>
#include <string>
#include <vector>

#include "oracle/readings/reading.h"
#include "reports/diff/difference.h"

namespace netioconf::reports::diff {

// What one implementation did at a step where implementations differ and none deviates.
struct MemberChoice {
  std::size_t group = 0;
  const oracle::Trace* trace = nullptr;
  std::size_t step = 0;
  const oracle::Finding* finding = nullptr;
};

// Why implementations may differ at that step: a question that the step answers differently for some of
// them when each trace is judged alone; several rules that refuse the call; or silence of the documents.
[[nodiscard]] Cause cause_of_ambiguity(std::span<const MemberChoice> choices,
                                       std::span<const AgreeingGroup> groups,
                                       oracle::readings::Profile profile);

}  // namespace netioconf::reports::diff
