#pragma once

#include "fuzz/feedback/judged_input.h"

namespace netioconf::fuzz::harness::inline checks {

// Stops unless each step of the trace gets exactly one finding and two judges give the same findings.
void judge_twice(const oracle::Trace& trace, oracle::readings::Profile profile);

// Stops if one of two implementations deviates and the other does not do so in the same way, or if the
// judge gives different findings for the same replies. Other differences are allowed: another answer to
// an open question, or behaviour that the documents leave to the stack.
void expect_same_deviation(const feedback::JudgedInput& one, const feedback::JudgedInput& other);

}  // namespace netioconf::fuzz::harness::inline checks
