#pragma once

#include "oracle/state/explanation.h"
#include "oracle/readings/inquiry.h"

namespace netioconf::oracle {

// Explains a step whose call returned, in one way through the open questions: what was allowed, what is
// wrong with the reply, and what becomes of the state. Calls no implementation and keeps nothing.
[[nodiscard]] Explanation explain(Inquiry& inquiry, const Host& host, const State& state,
                                  const Step& step, Detail detail);

// The parts of it, by the shape of the call.
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

// Notes whether the status is allowed. True if the call succeeded and was allowed to.
[[nodiscard]] bool succeeded(Inquiry& inquiry, Call call, const Reply& reply, Explanation& explanation);

}  // namespace netioconf::oracle
