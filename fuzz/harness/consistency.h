#pragma once

#include "fuzz/feedback/trial.h"

namespace netioconf::fuzz {

// Stops unless each step of the trace gets one finding, and two judges give the same.
void judge_twice(const oracle::Trace& trace, oracle::Profile profile);

// Stops where one of two implementations deviates and the other doesn't do so in the same way, and where
// the judge judged differently what was answered alike. All else in which they differ is up to them:
// another answer to an open question, or what the documents leave to the stack.
void hold_against(const Trial& one, const Trial& other);

}  // namespace netioconf::fuzz
