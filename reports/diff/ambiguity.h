#pragma once

#include <span>
#include <string>
#include <vector>

#include "reports/diff/difference.h"

namespace netioconf::reports {

// What one implementation did where several parted and none is to blame.
struct Chose {
  std::size_t camp = 0;
  const oracle::Trace* trace = nullptr;
  std::size_t step = 0;
  const oracle::Finding* finding = nullptr;
};

// Why implementations may differ there: the question that the step answers for some of them otherwise
// than for others, when each trace is judged alone; or that several rules refuse the call; or silence.
[[nodiscard]] Cause cause_of_ambiguity(std::span<const Chose> chosen, std::span<const Camp> camps,
                                       oracle::Profile profile);

}  // namespace netioconf::reports
