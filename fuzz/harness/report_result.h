#pragma once

#include "fuzz/feedback/judged_input.h"

namespace netioconf::fuzz::harness {

// Reports a judged input to the engine and stops at a deviation. In a campaign, which the environment
// indicates, the deviation is stored instead and its input gets no feedback, so that the search
// continues elsewhere. The result is the return value of the target.
[[nodiscard]] int report_result(const feedback::JudgedInput& judged, const oracle::Script& script);

// Whether to skip a script. In a campaign, calls that have hung a few times are skipped in fifteen of
// sixteen scripts, because each of them takes the time of thousands of scripts.
[[nodiscard]] bool skips(const oracle::Script& script);

// The environment of targets in a campaign: where to store deviating inputs, and where to count.
inline constexpr const char* kept_variable = "NETIOCONF_KEPT";
inline constexpr const char* tally_variable = "NETIOCONF_TALLY";

// "off": the engine gets no counters from the oracle, to measure their effect.
inline constexpr const char* signals_variable = "NETIOCONF_SIGNALS";

// "1": the implementation is called in a child.
inline constexpr const char* isolate_variable = "NETIOCONF_ISOLATE";

}  // namespace netioconf::fuzz::harness
