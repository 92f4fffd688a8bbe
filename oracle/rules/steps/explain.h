#pragma once

#include "oracle/readings/inquiry.h"
#include "oracle/state/explanation.h"

namespace netioconf::oracle::rules::steps {

// Explains a step whose call returned, under the answers that the inquiry gives: what was allowed, what
// is wrong with the reply, and how the state changes. Calls no implementation and stores nothing.
[[nodiscard]] state::Explanation explain(readings::Inquiry& inquiry, const Host& host,
                                         const state::State& state, const Step& step,
                                         state::Detail detail);

// The overloads that it dispatches to, one for each type of call.
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const RouteCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const AnycastCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const TableCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const KeptTableCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const BestRouteCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const NotifyCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const CancelCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const CollectCall& call, const Reply& reply, state::Explanation& explanation);
void explain(readings::Inquiry& inquiry, const Host& host, const state::State& state,
             const LinkCall& call, const Reply& reply, state::Explanation& explanation);

// Records whether the status is allowed. Returns true if the call succeeded and success was allowed.
[[nodiscard]] bool succeeded(readings::Inquiry& inquiry, Call call, const Reply& reply,
                             state::Explanation& explanation);

}  // namespace netioconf::oracle::rules::steps
