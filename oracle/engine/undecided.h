#pragma once

#include <string>

#include "oracle/model/finding.h"
#include "oracle/model/trace.h"
#include "oracle/state/state.h"

namespace netioconf::oracle::engine {

// Why a step that no reading explains does not deviate all the same: no document says anything of what
// it is about. Empty: the step deviates. `state`: before the step.
[[nodiscard]] std::string why_undecided(const Trace& trace, const Finding& finding,
                                        const state::State& state);

}  // namespace netioconf::oracle::engine
