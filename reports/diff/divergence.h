#pragma once

#include <span>
#include <vector>

#include "oracle/readings/reading.h"
#include "reports/diff/difference.h"

namespace netioconf::reports::diff {

// A script as one implementation ran it.
struct Attempted {
  const oracle::Trace* trace = nullptr;  // nullptr: it did not run this script
  const oracle::Judgement* judgement = nullptr;
};

// Every place where implementations differ, in the order of the steps, and every place where all break a
// rule in the same way. After a difference the implementations are not compared with each other any
// further in this script, since later differences may be a consequence, unless both refused the call. An
// implementation that deviated is not compared any further at all, nor is one that did not perform a
// step that changes state.
[[nodiscard]] std::vector<Divergence> divergences_of(std::span<const Attempted> runs,
                                                     oracle::readings::Profile profile);

// Whether two traces belong to the same script, whatever the links are called. False if one was recorded
// from another script of that name.
[[nodiscard]] bool same_script(const oracle::Trace& one, const oracle::Trace& other);

}  // namespace netioconf::reports::diff
