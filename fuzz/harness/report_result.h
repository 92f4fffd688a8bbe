#pragma once

#include "fuzz/feedback/trial.h"

namespace netioconf::fuzz {

// What becomes of a trial: shown to the engine, and a deviation stops. In a campaign, which says so by
// environment, a deviation is kept instead and its input made uninteresting, so that the search goes on
// elsewhere. The result is what a target is to return.
[[nodiscard]] int settle(const Trial& trial, const oracle::Script& script);

// Whether a script is not worth running: in a campaign a call that has hung a few times is left alone,
// but for one script in sixteen, because each of them takes the time of thousands.
[[nodiscard]] bool passes_over(const oracle::Script& script);

// What a campaign tells its targets by environment: where to keep what deviates, and where to count.
inline constexpr const char* kept_variable = "NETIOCONF_KEPT";
inline constexpr const char* tally_variable = "NETIOCONF_TALLY";

// "off": the engine isn't told what the oracle learned, to see what that is worth.
inline constexpr const char* signals_variable = "NETIOCONF_SIGNALS";

// "1": the implementation is called in a child.
inline constexpr const char* isolate_variable = "NETIOCONF_ISOLATE";

}  // namespace netioconf::fuzz
