#pragma once

#include <span>
#include <vector>

#include "reports/diff/difference.h"

namespace netioconf::reports {

// A script as one implementation did it.
struct Attempted {
  const oracle::Trace* trace = nullptr;  // nullptr: it did not do this one
  const oracle::Judgement* judgement = nullptr;
};

// Every place where implementations part, in the order of the steps, and every one where all break a
// rule alike. Implementations that have parted are not compared with each other any further in this
// script, unless both refused the call, since all that follows may follow from that. One that deviated
// is not compared any further at all, and one that was not asked a step that changes something neither.
[[nodiscard]] std::vector<Parting> partings_of(std::span<const Attempted> runs, oracle::Profile profile);

// What is true of two traces of one script, whatever the links are called. False where one was recorded
// of another script of that name.
[[nodiscard]] bool same_script(const oracle::Trace& one, const oracle::Trace& other);

}  // namespace netioconf::reports
