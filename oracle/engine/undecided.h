#pragma once

#include <string>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"
#include "oracle/state/state.h"

namespace netioconf::oracle::engine {

// Why a step is undecided although no reading explains it: it is about something of which no document
// speaks. Empty: it deviates. `state`: before the step.
[[nodiscard]] std::string why_undecided(const Trace& trace, const Finding& finding,
                                        const state::State& state);

}  // namespace netioconf::oracle::engine
