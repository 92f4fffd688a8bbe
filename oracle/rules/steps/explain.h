#pragma once

#include "oracle/readings/inquiry.h"
#include "oracle/state/explanation.h"

namespace netioconf::oracle {

// Explains a step whose call returned, under the answers that the inquiry gives: what was allowed, what
// is wrong with the reply, and how the state changes. Calls no implementation and stores nothing.
[[nodiscard]] Explanation explain(Inquiry& inquiry, const Host& host, const State& state,
                                  const Step& step, Detail detail);

// The overloads that it dispatches to, one for each type of call.
void explain(Inquiry& inquiry, const Host& host, const State& state, const RouteCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const AnycastCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const TableCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const KeptTableCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const BestRouteCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const NotifyCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const CancelCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const CollectCall& call,
             const Reply& reply, Explanation& explanation);
void explain(Inquiry& inquiry, const Host& host, const State& state, const LinkCall& call,
             const Reply& reply, Explanation& explanation);

// Records whether the status is allowed. Returns true if the call succeeded and success was allowed.
[[nodiscard]] bool succeeded(Inquiry& inquiry, Call call, const Reply& reply, Explanation& explanation);

}  // namespace netioconf::oracle
